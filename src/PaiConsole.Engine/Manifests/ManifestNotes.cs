using System.Globalization;
using PaiConsole.Domain.Jobs.Manifests;
using PaiConsole.Domain.Preflight;

namespace PaiConsole.Engine.Manifests;

/// <summary>What is gathered while a manifest is read: findings, and the line of every path.</summary>
internal sealed class ManifestNotes
{
    /// <summary>A hostile document could have a fault per character; a person reads no more than this.</summary>
    public const int Most = 100;

    private readonly List<Finding> _findings = [];

    public IReadOnlyList<Finding> Findings => _findings;

    public Dictionary<string, int> Lines { get; } = new(StringComparer.Ordinal);

    public bool IsFull => _findings.Count >= Most;

    public void Add(FindingKind kind, int line, params IEnumerable<(string Name, object? Value)> args)
    {
        if (!IsFull)
            _findings.Add(kind.At(null, string.Create(CultureInfo.InvariantCulture, $"line {line}"), args));
    }

    public void Shape(string path, int line, string expected) => Add(ManifestKinds.Shape, line, ("path", path), ("expected", expected));
}
