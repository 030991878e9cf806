namespace PaiConsole.Emulator.World;

/// <summary>Who exists: account names by user id, and workspace names by workspace id.</summary>
internal sealed class People
{
    /// <summary>The account the access key belongs to; owns what is created without a user.</summary>
    public const string KeyOwner = "1157703270994901";

    /// <summary>Workspace of what is created without one.</summary>
    public const string DefaultWorkspace = "268";

    private readonly Dictionary<string, string> _users = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _workspaces = new(StringComparer.Ordinal);

    public People() => Clear();

    public IReadOnlyDictionary<string, string> Users => _users;

    public IReadOnlyDictionary<string, string> Workspaces => _workspaces;

    public string User(string id) => _users.GetValueOrDefault(id, id);

    public string Workspace(string id) => _workspaces.GetValueOrDefault(id, id);

    public void AddUser(string id, string name) => _users[id] = name;

    public void AddWorkspace(string id, string name) => _workspaces[id] = name;

    public void Clear()
    {
        _users.Clear();
        _workspaces.Clear();
        AddUser(KeyOwner, "emulator");
        AddWorkspace(DefaultWorkspace, "demo");
    }
}
