using PaiConsole.Emulator.AiWorkspace;

namespace PaiConsole.Emulator.World.Demo;

/// <summary>A user of the account.</summary>
/// <param name="Id">User id.</param>
/// <param name="Name">Login name.</param>
/// <param name="Group">Team: nlp, vision, recsys or platform.</param>
internal sealed record Person(string Id, string Name, string Group)
{
    public string Workspace => Group switch
    {
        "vision" => Team.VisionWorkspace,
        "recsys" => Team.RecsysWorkspace,
        _ => People.DefaultWorkspace,
    };
}

/// <summary>Who works here, and where.</summary>
internal static class Team
{
    public const string VisionWorkspace = "40117";
    public const string RecsysWorkspace = "40233";

    public static readonly Person[] All =
    [
        new("201184703270994011", "zhangwei", "nlp"),
        new("204471982630117502", "liuyang", "nlp"),
        new("207730158842290613", "chenxiaoyu", "nlp"),
        new("209915620047318824", "emma.clark", "nlp"),
        new("211046883519027435", "wangfang", "vision"),
        new("213872094461105946", "sunhao", "vision"),
        new("216650317728841257", "daniel.reed", "vision"),
        new("218993045516270368", "zhaomin", "recsys"),
        new("221107468839921579", "huangjie", "recsys"),
        new("224586201173450681", "priya.nair", "recsys"),
        new("227340915582716992", "xulei", "platform"),
        new("229901473360285103", "tom.becker", "platform"),
    ];

    /// <summary>The members of one team.</summary>
    public static Person[] Of(string group) => [.. All.Where(p => p.Group == group)];

    public static Person Named(string name) => All.First(p => p.Name == name);

    /// <summary>Two workspaces beside the default one.</summary>
    public static void Sow(World world)
    {
        foreach (var person in All)
            world.People.AddUser(person.Id, person.Name);
        Add(VisionWorkspace, "vision", "Vision", "Detection, OCR and image generation.", ["wangfang", "sunhao"], 310);
        Add(RecsysWorkspace, "recsys", "Recommendation", "Ranking and recall of the shop.", ["zhaomin"], 240);

        void Add(string id, string name, string display, string about, string[] admins, int daysAgo)
        {
            world.People.AddWorkspace(id, name);
            world.Assets.Workspaces.Add(new Workspace(id, name, display, about, admins, world.Now.AddDays(-daysAgo)));
        }
    }
}
