namespace PaiConsole.Engine;

/// <summary>The kinds of objects that the console keeps in step with the cloud.</summary>
public enum ResourceKind
{
    /// <summary>DSW instances.</summary>
    Notebook,
    /// <summary>DLC jobs.</summary>
    Job,
    /// <summary>EAS services.</summary>
    Service,
}
