using PaiConsole.Domain.Notebooks;

namespace PaiConsole.Domain.Preflight.Rules;

/// <summary>A notebook is made in a workspace that there is.</summary>
internal sealed class NotebookPlace : INotebookRule
{
    private static readonly FindingKind _unknown = new(
        "workspace-unknown", Severity.Error, "There is no workspace with the id {workspace}.", "Workspaces of this account: {known}.");

    public IReadOnlyList<FindingKind> Kinds => [_unknown];

    public IEnumerable<Finding> Check(NotebookSpec spec, PreflightContext context)
    {
        if (spec.WorkspaceId is { Length: > 0 } id && context.Workspaces.Count > 0 && context.Workspaces.All(known => known.Id != id))
            yield return _unknown.At("workspaceId", id,
                ("workspace", id), ("known", string.Join(", ", context.Workspaces.Select(known => $"{known.Name} ({known.Id})"))));
    }
}
