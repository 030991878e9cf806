using System.Text;
using System.Text.Json;
using PaiConsole.Cloud.Transport;

namespace PaiConsole.Cloud.Tests.Transport;

/// <summary>The signer must reproduce what Alibaba's own client sent, byte for byte.</summary>
public sealed class Acs3SignerTests
{
    private static readonly JsonElement File = JsonDocument.Parse(System.IO.File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "signing-vectors.json"))).RootElement;

    public static TheoryData<string> VectorIds() =>
        [.. File.GetProperty("vectors").EnumerateArray().Where(vector => Text(vector, "algorithm") == Acs3Signer.Algorithm).Select(vector => Text(vector, "id"))];

    [Fact]
    public void There_are_fifteen_vectors() => Assert.Equal(15, VectorIds().Count);

    [Theory]
    [MemberData(nameof(VectorIds))]
    public void Reproduces_the_official_client(string id)
    {
        var vector = File.GetProperty("vectors").EnumerateArray().Single(vector => Text(vector, "id") == id);
        var query = vector.GetProperty("queryParams").EnumerateArray().Select(pair => KeyValuePair.Create(pair[0].GetString()!, pair[1].GetString()!));
        var headers = vector.GetProperty("headers").EnumerateObject().Select(header => KeyValuePair.Create(header.Name, header.Value.GetString()!));
        var bodyHash = Acs3Signer.HashBody(Encoding.UTF8.GetBytes(Text(vector, "body")));

        var signature = Acs3Signer.Sign(
            Text(vector, "method"), Text(vector, "pathSent"), query, headers, bodyHash, Text(File, "accessKeyId"), Text(File, "accessKeySecret"));

        Assert.Equal(Text(vector, "canonicalRequest"), signature.CanonicalRequest);
        Assert.Equal(Text(vector, "stringToSign"), signature.StringToSign);
        Assert.Equal(Text(vector, "signature"), signature.Signature);
        Assert.Equal(Text(vector, "authorization"), signature.Authorization);
    }

    [Fact]
    public void Encodes_a_path_segment_as_the_official_client_does() =>
        Assert.Equal("d%20%E6%95%B0%E6%8D%AE%2F1~%2A", Rfc3986.Segment("d 数据/1~*"));

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public void Refuses_a_segment_that_would_change_the_path(string segment) => Assert.Throws<ArgumentException>(() => Rfc3986.Segment(segment));

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
