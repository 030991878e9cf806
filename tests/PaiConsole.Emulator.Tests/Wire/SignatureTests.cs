using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Tests.Wire;

public sealed class SignatureTests
{
    private static readonly JsonElement File = JsonDocument.Parse(System.IO.File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Wire", "signing-vectors.json"))).RootElement;
    private static readonly DateTimeOffset Date = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public static IEnumerable<TheoryDataRow<string>> Acs3() => File.GetProperty("vectors").EnumerateArray()
        .Where(v => v.GetProperty("algorithm").GetString() == Acs3Verifier.Algorithm)
        .Select(v => new TheoryDataRow<string>(v.GetProperty("id").GetString()!));

    [Theory]
    [MemberData(nameof(Acs3))]
    public void Requests_of_the_official_client_are_accepted(string id) => Verifier().Verify(Request(id));

    [Theory]
    [MemberData(nameof(Acs3))]
    public void The_canonical_request_is_the_captured_one(string id)
    {
        var vector = Vector(id);
        var request = Request(id);
        var signed = vector.GetProperty("authorization").GetString()!.Split("SignedHeaders=")[1].Split(',')[0].Split(';');
        Assert.Equal(vector.GetProperty("canonicalRequest").GetString(), Acs3Verifier.CanonicalRequest(request, signed, request.Header("x-acs-content-sha256")!));
    }

    [Fact]
    public void There_are_fifteen_captured_requests() => Assert.Equal(15, Acs3().Count());

    [Theory]
    [MemberData(nameof(Acs3))]
    public void A_change_of_anything_that_was_signed_is_refused(string id)
    {
        var request = Request(id);
        var signed = Vector(id).GetProperty("authorization").GetString()!.Split("SignedHeaders=")[1].Split(',')[0].Split(';');
        List<(string What, SignedRequest Request)> changes =
        [
            ("method", request with { Method = request.Method == "PUT" ? "POST" : "PUT" }),
            ("path", request with { RawPath = request.RawPath + "x" }),
            ("query", request with { Query = new WireQuery([.. request.Query.Pairs, new("Extra", "")]) }),
            ("body", request with { Body = (byte[])[.. request.Body.Span, (byte)' '] }),
            .. signed.Select(name => (name, request with { Header = h => h == name ? request.Header(h) + "0" : request.Header(h) })),
        ];
        Assert.All(changes, change => Assert.True(Record.Exception(() => Verifier().Verify(change.Request)) is WireException, change.What));
    }

    [Fact]
    public void The_older_algorithms_are_refused_by_name()
    {
        var request = Request("legacy-v2-roa-get-query");
        Refused("UnsupportedSignatureAlgorithm", Verifier(), request);
    }

    [Fact]
    public void A_wrong_secret_is_refused() => Refused("SignatureDoesNotMatch", Verifier(secret: "other"), Request("roa-post-json"));

    [Fact]
    public void An_unknown_key_is_refused() => Refused("InvalidAccessKeyId.NotFound", Verifier(keyId: "other"), Request("roa-post-json"));

    [Fact]
    public void A_changed_body_is_refused() =>
        Refused("SignatureDoesNotMatch", Verifier(), Request("roa-post-json") with { Body = "{}"u8.ToArray() });

    [Fact]
    public void A_changed_query_is_refused() =>
        Refused("SignatureDoesNotMatch", Verifier(), Request("roa-get-query") with { Query = WireQuery.Parse("PageSize=100") });

    [Theory]
    [InlineData(15)]
    [InlineData(-15)]
    public void A_date_just_inside_the_window_is_accepted(int minutes) => Verifier(Date.AddMinutes(minutes)).Verify(Request("roa-get-query"));

    [Theory]
    [InlineData(16)]
    [InlineData(-16)]
    public void A_date_outside_the_window_is_refused(int minutes) => Refused("InvalidTimeStamp.Expired", Verifier(Date.AddMinutes(minutes)), Request("roa-get-query"));

    [Fact]
    public void A_nonce_is_good_once()
    {
        var verifier = Verifier();
        verifier.Verify(Request("roa-get-query"));
        Refused("SignatureNonceUsed", verifier, Request("roa-get-query"));
    }

    [Fact]
    public void Nonces_are_forgotten_after_the_window_and_never_pile_up()
    {
        NonceMemory nonces = new(TimeSpan.FromMinutes(15), capacity: 3);
        Assert.True(nonces.TryAdd("a", Date));
        Assert.False(nonces.TryAdd("a", Date.AddMinutes(29)));
        Assert.True(nonces.TryAdd("a", Date.AddMinutes(31)));
        foreach (var nonce in "bcdefg")
            Assert.True(nonces.TryAdd(nonce.ToString(), Date.AddMinutes(31)));
    }

    [Theory]
    [InlineData("authorization")]
    [InlineData("x-acs-date")]
    [InlineData("x-acs-signature-nonce")]
    public void A_missing_header_is_named(string name)
    {
        var request = Request("roa-get-query");
        var error = Refused("MissingParameter", Verifier(), request with { Header = h => h == name ? null : request.Header(h) });
        Assert.Contains(name, error.Message, StringComparison.OrdinalIgnoreCase);
    }

    private static WireException Refused(string code, Acs3Verifier verifier, SignedRequest request)
    {
        var error = Assert.Throws<WireException>(() => verifier.Verify(request));
        Assert.Equal(code, error.Code);
        return error;
    }

    private static Acs3Verifier Verifier(DateTimeOffset? now = null, string? keyId = null, string? secret = null) => new(
        keyId ?? File.GetProperty("accessKeyId").GetString()!,
        secret ?? File.GetProperty("accessKeySecret").GetString()!,
        new FakeTimeProvider(now ?? Date));

    private static JsonElement Vector(string id) => File.GetProperty("vectors").EnumerateArray().First(v => v.GetProperty("id").GetString() == id);

    private static SignedRequest Request(string id)
    {
        var vector = Vector(id);
        var url = vector.GetProperty("urlSent").GetString()!;
        var headers = vector.GetProperty("headers").EnumerateObject().ToDictionary(h => h.Name, h => h.Value.GetString(), StringComparer.Ordinal);
        headers["authorization"] = vector.GetProperty("authorization").GetString();
        return new SignedRequest(
            vector.GetProperty("method").GetString()!,
            vector.GetProperty("pathSent").GetString()!,
            WireQuery.Parse(url.Contains('?') ? url[(url.IndexOf('?') + 1)..] : ""),
            headers.GetValueOrDefault!,
            System.Text.Encoding.UTF8.GetBytes(vector.GetProperty("body").GetString()!));
    }
}
