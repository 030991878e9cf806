namespace PaiConsole.Cloud.Dsw;

/// <summary>What GetToken should issue.</summary>
public sealed record GetTokenQuery
{
    /// <summary>The instance.</summary>
    public required string InstanceId { get; init; }

    /// <summary>Seconds it holds.</summary>
    public int? ExpireTime { get; init; }

    /// <summary><c>Access</c> to work in the instance, <c>View</c> to read about it.</summary>
    public string? Type { get; init; }

    /// <summary>Who will use it: <c>Aliyun</c>, or <c>ThirdParty</c> for pages of one's own.</summary>
    public string? Audience { get; init; }
}

/// <summary>Answer of GetToken.</summary>
public sealed record GetTokenAnswer : DswAnswer
{
    /// <summary>A secret: whoever has it can use the instance.</summary>
    public string? Token { get; init; }

    /// <inheritdoc/>

    public override string ToString() => "GetTokenAnswer";
}
