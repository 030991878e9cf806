using System.Globalization;
using System.Text.Json;
using PaiConsole.Emulator.AiWorkspace;
using PaiConsole.Emulator.Transport;
using PaiConsole.Emulator.World;

namespace PaiConsole.Emulator.Dsw;

/// <summary>An image made of a running notebook: committed, pushed, and then registered as an image of the account.</summary>
internal sealed class Snapshot
{
    /// <summary>How long it takes until everything is pushed. The notebook is Saving for as long.</summary>
    public static readonly TimeSpan Whole = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Commit = TimeSpan.FromSeconds(20);
    private readonly Notebook _notebook;
    private readonly string _description;

    public Snapshot(Notebook notebook, string id, JsonElement body)
    {
        _notebook = notebook;
        _description = body.Text("SnapshotDescription") ?? "";
        Id = id;
        Name = body.Text("SnapshotName") ?? "";
        ImageUrl = body.Text("ImageUrl") ?? "";
        Labels = body.Field("Labels");
        ExcludePaths = body.Field("ExcludePaths");
        Created = Modified = notebook.World.Now;
        notebook.World.PlanIn(Commit, () => Enter("Pushing"));
        notebook.World.PlanIn(Whole, Save);
    }

    public string Id { get; }

    public string InstanceId => _notebook.Id;

    public string Name { get; }

    public string ImageUrl { get; }

    public JsonElement? Labels { get; }

    public JsonElement? ExcludePaths { get; }

    /// <summary>Committing, Pushing, Saved; Failed is documented too, and never happens here.</summary>
    public string Status { get; private set; } = "Committing";

    public DateTimeOffset Created { get; }

    public DateTimeOffset Modified { get; private set; }

    /// <summary>Id of the image, once there is one.</summary>
    public string? ImageId => Status == "Saved" ? "image-" + Signal.Hash(Id, 1).ToString("x16", CultureInfo.InvariantCulture) : null;

    private void Enter(string status) => (Status, Modified) = (status, _notebook.World.Now);

    private void Save()
    {
        Enter("Saved");

        // Where a tag was pushed over, the account has one image at that address and not two.
        var images = _notebook.World.Assets.Images;
        images.RemoveAll(i => i.Uri == ImageUrl && i.Owner is not null);
        Dictionary<string, string> labels = new(StringComparer.Ordinal) { ["system.supported.dsw"] = "true", ["system.supported.dlc"] = "true" };
        foreach (var label in Labels?.EnumerateArray().ToArray() ?? [])
            labels[label.Text("Key") ?? ""] = label.Text("Value") ?? "";
        images.Add(new Image(ImageId!, Name, ImageUrl, _description, labels, _notebook.UserId, _notebook.World.Now));
    }
}

/// <summary>A snapshot as GetInstanceSnapshot and ListInstanceSnapshot give it.</summary>
internal sealed class SnapshotAnswer(Snapshot snapshot)
{
    public string SnapshotId { get; } = snapshot.Id;
    public string SnapshotName { get; } = snapshot.Name;
    public string InstanceId { get; } = snapshot.InstanceId;
    public string Status { get; } = snapshot.Status;
    public string ReasonCode { get; } = "";
    public string ReasonMessage { get; } = "";
    public string? ImageId { get; } = snapshot.ImageId;
    public string ImageUrl { get; } = snapshot.ImageUrl;
    public JsonElement? Labels { get; } = snapshot.Labels;
    public JsonElement? ExcludePaths { get; } = snapshot.ExcludePaths;
    public string GmtCreateTime { get; } = WireJson.Iso(snapshot.Created);
    public string GmtModifiedTime { get; } = WireJson.Iso(snapshot.Modified);
}

/// <summary>A snapshot as it stands inside an instance.</summary>
internal sealed class InstanceSnapshotAnswer(Snapshot snapshot)
{
    public string? ImageId { get; } = snapshot.ImageId;
    public string ImageName { get; } = snapshot.Name;
    public string ImageUrl { get; } = snapshot.ImageUrl;
    public string Status { get; } = snapshot.Status;
    public string ReasonCode { get; } = "";
    public string ReasonMessage { get; } = "";
    public string GmtCreateTime { get; } = WireJson.Iso(snapshot.Created);
    public string GmtModifiedTime { get; } = WireJson.Iso(snapshot.Modified);
}
