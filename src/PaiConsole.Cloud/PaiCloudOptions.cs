namespace PaiConsole.Cloud;

/// <summary>Which cloud is spoken to, and how patiently.</summary>
public sealed class PaiCloudOptions
{
    /// <summary>Region, for example <c>cn-shanghai</c>; part of host names.</summary>
    public string Region { get; set; } = "cn-shanghai";

    /// <summary>Use the hosts reachable from inside a VPC instead of the public ones.</summary>
    public bool UseVpcEndpoints { get; set; }

    /// <summary>Other base addresses per product (<c>dsw</c>, <c>dlc</c>, <c>eas</c>, <c>aiworkspace</c>, <c>ecs</c>, <c>oss</c>, or <c>*</c> for all but OSS). Plain HTTP is accepted for loopback only.</summary>
    public IDictionary<string, string> Endpoints { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Hosts outside <c>aliyuncs.com</c> that <see cref="Endpoints"/> may name.</summary>
    public ISet<string> AllowedHosts { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Fixed credentials (the emulator's); null takes the standard chain: environment, <c>~/.aliyun/config.json</c>, instance role.</summary>
    public Credentials.Credentials? Credentials { get; set; }

    /// <summary>Another source of credentials than the standard chain.</summary>
    public Credentials.ICredentialsProvider? CredentialsProvider { get; set; }

    /// <summary>How long one attempt may take, its whole answer included.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a call is repeated at most, when it may be repeated at all.</summary>
    public int MaxRetries { get; set; } = 3;

    /// <summary>Longest pause before a repeat. When the cloud asks for a longer one, the call fails instead.</summary>
    public TimeSpan MaxRetryDelay { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Repeats per call that are allowed in the long run, per product: 0.1 keeps the traffic below 1.1 times that without faults.</summary>
    public double RetryRatio { get; set; } = 0.1;

    /// <summary>Largest answer read, in bytes.</summary>
    public int MaxAnswerBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>Replaces the network, for tests; signing and retry stay.</summary>
    public Func<HttpMessageHandler>? PrimaryHandler { get; set; }
}
