namespace PaiConsole.Emulator.Oss;

/// <summary>
/// The refusals of OSS. Codes, statuses and messages are documented ones; numbers of conditions (EC) are those of the documentation's examples and
/// have not been compared with the real service.
/// </summary>
internal static class OssErrors
{
    public static OssException NoSuchBucket(string bucket) =>
        new(404, "NoSuchBucket", "0015-00000101", "The specified bucket does not exist.") { Details = [new("BucketName", bucket)] };

    public static OssException NoSuchKey(string key) =>
        new(404, "NoSuchKey", "0026-00000001", "The specified key does not exist.") { Details = [new("Key", key)] };

    public static OssException Denied() => new(403, "AccessDenied", "0003-00000001", "You have no right to access this object because of bucket acl.");

    public static OssException Anonymous() => new(403, "AccessDenied", "0003-00000001", "Anonymous access is forbidden for this operation.");

    /// <summary>The bucket lives in another region than the one called.</summary>
    public static OssException Elsewhere(Bucket bucket) => new(403, "AccessDenied", "0003-00001403",
        "The bucket you are attempting to access must be addressed using the specified endpoint. Please send all future requests to this endpoint.")
    {
        Details = [new("Bucket", bucket.Name), new("Endpoint", $"oss-{bucket.Region}.aliyuncs.com")],
    };

    public static OssException UnknownKey(string accessKeyId) =>
        new(403, "InvalidAccessKeyId", "0002-00000902", "The OSS Access Key Id you provided does not exist in our records.") { Details = [new("OSSAccessKeyId", accessKeyId)] };

    public static OssException Mismatch(string accessKeyId, string given, string stringToSign, string canonicalRequest) => new(403, "SignatureDoesNotMatch", "0002-00000040",
        "The request signature we calculated does not match the signature you provided. Check your key and signing method.")
    {
        Details = [new("OSSAccessKeyId", accessKeyId), new("SignatureProvided", given), new("StringToSign", stringToSign), new("CanonicalRequest", canonicalRequest)],
    };

    public static OssException Skewed(DateTimeOffset requested, DateTimeOffset now) => new(403, "RequestTimeTooSkewed", "0002-00000504",
        "The difference between the request time and the current time is too large.")
    {
        Details = [new("MaxAllowedSkewMilliseconds", "900000"), new("RequestTime", OssXml.Time(requested)), new("ServerTime", OssXml.Time(now))],
    };

    public static OssException Invalid(string message, string? name = null, string? value = null) => new(400, "InvalidArgument", null, message)
    {
        Details = name is null ? [] : [new("ArgumentName", name), new("ArgumentValue", value ?? "")],
    };

    public static OssException InvalidBucketName(string bucket) =>
        new(400, "InvalidBucketName", null, "The specified bucket is not valid.") { Details = [new("BucketName", bucket)] };

    public static OssException InvalidDigest() => new(400, "InvalidDigest", null, "The Content-MD5 you specified was invalid.");

    /// <summary>Too many calls.</summary>
    public static OssException Throttled() => new(503, "QpsLimitExceeded", null, "Your request qps exceed the limit, please reduce your request rate.");

    public static OssException Failed(string message) => new(500, "InternalError", null, message);

    public static OssException NotEmulated(string what) => new(501, "NotImplemented", null, $"{what} is documented, but this emulator does not implement it.");
}
