using PaiConsole.Cloud.Oss;

namespace PaiConsole.Cloud.Tests.Oss;

/// <summary>The signer must give the signatures that Alibaba publishes with its own clients' tests.</summary>
public sealed class Oss4SignerTests
{
    [Theory]
    [InlineData("20231216T162057Z", null, "e21d18daa82167720f9b1047ae7e7f1ce7cb77a31e8203a7d5f4624fa0284afe")]
    [InlineData("20231217T034736Z", "token", "b94a3f999cf85bcdc00d332fbd3734ba03e48382c36fa4d5af5df817395bd9ea")]
    public void Gives_the_published_signature(string date, string? token, string signature)
    {
        List<KeyValuePair<string, string>> headers =
        [
            new("x-oss-head1", "value"), new("abc", "value"), new("ZAbc", "value"), new("XYZ", "value"), new("content-type", "text/plain"),
            new("x-oss-content-sha256", "UNSIGNED-PAYLOAD"), new("x-oss-date", date),
        ];
        if (token is not null)
            headers.Add(new("x-oss-security-token", token));
        List<KeyValuePair<string, string>> query =
            [new("param1", "value1"), new("+param1", "value3"), new("|param1", "value4"), new("+param2", ""), new("|param2", ""), new("param2", "")];

        Assert.Equal(
            $"OSS4-HMAC-SHA256 Credential=ak/{date[..8]}/cn-hangzhou/oss/aliyun_v4_request,Signature={signature}",
            Oss4Signer.Authorization(new Oss4Request("PUT", "/bucket/1234%2B-/123/1.txt", query, headers), date, "cn-hangzhou", "ak", "sk"));
    }
}
