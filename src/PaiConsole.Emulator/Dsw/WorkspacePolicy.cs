namespace PaiConsole.Emulator.Dsw;

/// <summary>The idle rules that administrators gave whole workspaces. No documented operation sets one: the console does, here the control surface.</summary>
internal sealed class WorkspacePolicies
{
    private readonly Dictionary<string, IdleRule> _byWorkspace = new(StringComparer.Ordinal);

    public IdleRule? Of(string workspaceId) => _byWorkspace.GetValueOrDefault(workspaceId);

    /// <summary>Sets, replaces or (null) removes the rule of a workspace; idle time of its notebooks counts from now.</summary>
    public void Set(World.World world, string workspaceId, IdleRule? rule)
    {
        _byWorkspace.Remove(workspaceId);
        if (rule is not null)
            _byWorkspace.Add(workspaceId, rule);
        foreach (var notebook in world.Notebooks.All.Where(n => n.WorkspaceId == workspaceId))
            notebook.WorkspacePolicy.Watch();
    }

    public void Clear() => _byWorkspace.Clear();
}

/// <summary>What the rule of its workspace means for one notebook. It holds beside the notebook's own.</summary>
internal sealed class WorkspacePolicy(Notebook notebook) : IdleStop(notebook)
{
    public override string SourceType => "Workspace";

    public override IdleRule? Rule => Notebook.World.WorkspacePolicies.Of(Notebook.WorkspaceId);

    /// <summary>Inferred: no source tells the word.</summary>
    protected override string ReasonCode => "WorkspaceAutoShutdownPolicy";

    /// <summary>Documented in the expression as at most the threshold.</summary>
    protected override bool IsNothing(double load, int threshold) => load <= threshold;

    protected override string Message(IdleRule rule) =>
        FormattableString.Invariant($"Instance was idle for more than {rule.Minutes} minutes: auto-shutdown policy of workspace {Notebook.WorkspaceId}.");
}
