using PaiConsole.Engine;

namespace PaiConsole.Web.Shared;

/// <summary>Where the page of an object is.</summary>
public static class KindPath
{
    /// <summary><c>notebook</c>, <c>job</c> or <c>service</c>: also the name of its icon and of its word.</summary>
    public static string Word(ResourceKind kind) => kind switch
    {
        ResourceKind.Notebook => "notebook",
        ResourceKind.Job => "job",
        _ => "service",
    };

    /// <summary>The list of a kind.</summary>
    public static string Of(ResourceKind kind) => $"/{Word(kind)}s";

    /// <summary>The page of one object.</summary>
    public static string Of(ResourceKind kind, string id) => $"/{Word(kind)}s/{Uri.EscapeDataString(id)}";
}
