using PaiConsole.Cloud.Oss;

namespace PaiConsole.Cloud.Tests.Oss;

public sealed class OssApiTests
{
    private const string Empty = "<ListBucketResult><Name>team</Name><IsTruncated>false</IsTruncated><KeyCount>0</KeyCount></ListBucketResult>";
    private static readonly OssBucket Team = new("team");

    [Theory]
    [InlineData(false, null, "https://team.oss-cn-shanghai.aliyuncs.com/?")]
    [InlineData(true, null, "https://team.oss-cn-shanghai-internal.aliyuncs.com/?")]
    [InlineData(true, "cn-beijing", "https://team.oss-cn-beijing-internal.aliyuncs.com/?")]
    public async Task A_bucket_is_called_at_its_own_region(bool vpc, string? region, string address)
    {
        using var cloud = new Cloud(o => o.UseVpcEndpoints = vpc).Answers(200, Empty, type: "application/xml");
        await cloud.Run(cloud.Get<IOssApi>().ListObjectsAsync(new(Team with { Region = region }), TestContext.Current.CancellationToken));
        Assert.StartsWith(address, cloud.Attempts.Single().Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_star_that_moves_every_product_does_not_move_oss()
    {
        using var cloud = new Cloud(o => o.Endpoints["*"] = "http://127.0.0.1:9").Answers(200, Empty, type: "application/xml");
        await cloud.Run(cloud.Get<IOssApi>().ListObjectsAsync(new(Team), TestContext.Current.CancellationToken));
        Assert.StartsWith("https://team.oss-", cloud.Attempts.Single().Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("evil.example.com/", "cn-shanghai")]
    [InlineData("UPPER", "cn-shanghai")]
    [InlineData("ab", "cn-shanghai")]
    [InlineData("team", "cn-shanghai.evil.example")]
    [InlineData("team", "x@127.0.0.1")]
    public async Task What_is_no_bucket_or_region_never_becomes_a_host(string bucket, string region)
    {
        using var cloud = new Cloud();
        await Assert.ThrowsAsync<ArgumentException>(() => cloud.Get<IOssApi>().ListObjectsAsync(new(new OssBucket(bucket, region)), TestContext.Current.CancellationToken));
        Assert.Empty(cloud.Attempts);
    }

    [Fact]
    public async Task Encoded_keys_are_decoded_and_a_page_that_holds_less_than_it_counts_is_not_whole()
    {
        using var cloud = new Cloud().Answers(200, """
            <ListBucketResult><EncodingType>url</EncodingType><IsTruncated>true</IsTruncated><NextContinuationToken>t==</NextContinuationToken>
            <Contents><Key>out%2F%E6%95%B0+a%2Bb</Key><LastModified>2026-01-02T03:04:05.000Z</LastModified><ETag>"AB-1"</ETag><Size>14000000000</Size><StorageClass>IA</StorageClass></Contents>
            <CommonPrefixes><Prefix>out%2Fstep-500%2F</Prefix></CommonPrefixes><KeyCount>3</KeyCount></ListBucketResult>
            """, type: "application/xml");
        var page = await cloud.Run(cloud.Get<IOssApi>().ListObjectsAsync(new(Team) { Prefix = "out/", Delimiter = "/" }, TestContext.Current.CancellationToken));

        Assert.Equal(new OssObject("out/数 a+b", 14_000_000_000, new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), "AB-1", "IA"), Assert.Single(page.Objects));
        Assert.Equal(("out/step-500/", "t==", true, false), (Assert.Single(page.Folders), page.NextContinuationToken, page.IsTruncated, page.IsWhole));
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><ListBucketResult><Name>&e;</Name></ListBucketResult>")]
    [InlineData("<html><body>login</body></html>")]
    [InlineData("<ListBucketResult>")]
    public async Task What_is_not_the_xml_it_should_be_is_no_answer(string body)
    {
        using var cloud = new Cloud(o => o.MaxRetries = 1).Answers(200, body, type: "application/xml").Answers(200, body, type: "application/xml");
        var fault = await Assert.ThrowsAsync<PaiApiException>(() => cloud.Run(cloud.Get<IOssApi>().ListObjectsAsync(new(Team), TestContext.Current.CancellationToken)));
        Assert.Equal(PaiErrorCodes.InvalidAnswer, fault.Code);
        Assert.DoesNotContain("root:", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_calls_and_faults_of_the_server_are_repeated()
    {
        using var cloud = new Cloud()
            .Answers(503, "<Error><Code>QpsLimitExceeded</Code><Message>slow</Message></Error>", type: "application/xml")
            .Answers(500, "<Error><Code>InternalError</Code><Message>x</Message></Error>", type: "application/xml")
            .Answers(200, Empty, type: "application/xml");
        await cloud.Run(cloud.Get<IOssApi>().ListObjectsAsync(new(Team), TestContext.Current.CancellationToken));
        Assert.Equal(3, cloud.Attempts.Count);
    }

    [Theory]
    [InlineData(404, "NoSuchBucket", true, false)]
    [InlineData(403, "AccessDenied", false, true)]
    [InlineData(403, "SignatureDoesNotMatch", false, true)]
    public async Task Refusals_say_what_they_are(int status, string code, bool notFound, bool denied)
    {
        using var cloud = new Cloud().Answers(status, $"<Error><Code>{code}</Code><Message>no</Message><RequestId>R1</RequestId></Error>", type: "application/xml");
        var fault = await Assert.ThrowsAsync<PaiApiException>(() => cloud.Run(cloud.Get<IOssApi>().ListObjectsAsync(new(Team), TestContext.Current.CancellationToken)));
        Assert.Equal((code, "R1", notFound, denied), (fault.Code, fault.RequestId, fault.IsNotFound, fault.IsDenied));
    }

    [Fact]
    public async Task A_redirection_to_another_host_is_not_followed()
    {
        using var cloud = new Cloud().Answers(403, "<Error><Code>AccessDenied</Code><Message>x</Message><Endpoint>169.254.169.254</Endpoint></Error>", type: "application/xml");
        await Assert.ThrowsAsync<PaiApiException>(() => cloud.Run(cloud.Get<IOssApi>().ListObjectsAsync(new(Team), TestContext.Current.CancellationToken)));
        Assert.Single(cloud.Attempts);
    }

    [Fact]
    public async Task A_listing_that_leads_back_to_itself_ends()
    {
        const string Same = "<ListBucketResult><IsTruncated>true</IsTruncated><NextContinuationToken>t</NextContinuationToken></ListBucketResult>";
        using var cloud = new Cloud().Answers(200, Same, type: "application/xml").Answers(200, Same, type: "application/xml");
        var listing = await cloud.Run(ObjectListing.ReadAsync(cloud.Get<IOssApi>(), new(Team), 50, TestContext.Current.CancellationToken));
        Assert.False(listing.Complete);
        Assert.Equal(2, cloud.Attempts.Count);
    }
}
