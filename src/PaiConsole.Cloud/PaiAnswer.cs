namespace PaiConsole.Cloud;

/// <summary>What every answer of the cloud carries.</summary>
public record PaiAnswer
{
    /// <summary>Id under which the cloud's support finds this call.</summary>
    public string? RequestId { get; init; }
}
