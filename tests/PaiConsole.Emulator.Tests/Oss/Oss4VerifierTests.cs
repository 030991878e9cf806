using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using PaiConsole.Emulator.Oss;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Tests.Oss;

/// <summary>Signatures that Alibaba's own clients are tested with (the same numbers stand in their Go, PHP and Swift clients) must pass, and nothing near them.</summary>
public sealed class Oss4VerifierTests
{
    [Theory]
    [InlineData("20231216T162057Z", null, "", "e21d18daa82167720f9b1047ae7e7f1ce7cb77a31e8203a7d5f4624fa0284afe")]
    [InlineData("20231217T034736Z", "token", "", "b94a3f999cf85bcdc00d332fbd3734ba03e48382c36fa4d5af5df817395bd9ea")]
    [InlineData("20231216T172512Z", null, "abc;zabc", "4a4183c187c07c8947db7620deb0a6b38d9fbdd34187b6dbaccb316fa251212f")]
    public void A_published_signature_passes(string date, string? token, string additional, string signature) =>
        Assert.Equal("cn-hangzhou", Verify(date, token, additional, signature));

    [Fact]
    public void A_signature_that_is_off_by_a_digit_does_not() =>
        Refused("SignatureDoesNotMatch", "20231216T162057Z", null, "", "e21d18daa82167720f9b1047ae7e7f1ce7cb77a31e8203a7d5f4624fa0284aff");

    [Theory]
    [InlineData("zabc;abc")]
    [InlineData("Abc")]
    [InlineData("abc;")]
    public void Additional_headers_are_lower_case_in_order_and_not_empty(string additional) =>
        Refused("InvalidArgument", "20231216T172512Z", null, additional, "4a4183c187c07c8947db7620deb0a6b38d9fbdd34187b6dbaccb316fa251212f");

    [Fact]
    public void The_date_is_within_fifteen_minutes() =>
        Refused("RequestTimeTooSkewed", "20231216T162057Z", null, "", "e21d18daa82167720f9b1047ae7e7f1ce7cb77a31e8203a7d5f4624fa0284afe", TimeSpan.FromMinutes(16));

    [Fact]
    public void Nobody_is_refused() => Assert.Equal("AccessDenied", Assert.Throws<OssException>(() =>
        new Oss4Verifier("ak", "sk", TimeProvider.System).Verify(new("GET", "/", WireQuery.Parse(""), new Dictionary<string, string>(StringComparer.Ordinal)))).Code);

    private static void Refused(string code, string date, string? token, string additional, string signature, TimeSpan late = default) =>
        Assert.Equal(code, Assert.Throws<OssException>(() => Verify(date, token, additional, signature, late)).Code);

    private static string Verify(string date, string? token, string additional, string signature, TimeSpan late = default)
    {
        var at = DateTimeOffset.ParseExact(date, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        Dictionary<string, string> headers = new(StringComparer.Ordinal)
        {
            ["x-oss-head1"] = "value", ["abc"] = "value", ["zabc"] = "value", ["xyz"] = "value", ["content-type"] = "text/plain",
            ["x-oss-content-sha256"] = "UNSIGNED-PAYLOAD", ["x-oss-date"] = date,
            ["authorization"] = $"OSS4-HMAC-SHA256 Credential=ak/{date[..8]}/cn-hangzhou/oss/aliyun_v4_request,{(additional.Length > 0 ? $"AdditionalHeaders={additional}," : "")}Signature={signature}",
        };
        if (token is not null)
            headers["x-oss-security-token"] = token;
        return new Oss4Verifier("ak", "sk", new FakeTimeProvider(at + late)).Verify(new(
            "PUT", "/bucket/1234+-/123/1.txt", WireQuery.Parse("param1=value1&%2Bparam1=value3&%7Cparam1=value4&%2Bparam2&%7Cparam2=&param2"), headers));
    }
}
