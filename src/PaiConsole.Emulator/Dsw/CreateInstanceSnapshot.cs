using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Dsw;

/// <summary>
/// POST /api/v2/instances/{InstanceId}/snapshots: makes an image of a running instance, which is Saving until it is pushed and then runs on.
/// The name has lower-case letters, digits and hyphens only, because it becomes a tag. Inferred: an address at which there is an image is refused unless Overwrite says so.
/// </summary>
internal sealed class CreateInstanceSnapshot : IWireOperation
{
    public string Product => Transport.Product.Dsw;

    public string Name => nameof(CreateInstanceSnapshot);

    public object Handle(WireCall call)
    {
        var world = call.World;
        var notebook = world.Notebooks.Need(call.Path("InstanceId"));
        var name = call.Body.Text("SnapshotName") ?? "";
        if (name.Length == 0 || !name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
            throw WireError.Invalid(Product, $"SnapshotName '{name}' must be lower-case letters, digits and hyphens.");
        var url = call.Body.Text("ImageUrl") ?? "";
        if (!url.Contains('/', StringComparison.Ordinal))
            throw WireError.Invalid(Product, $"ImageUrl '{url}' must be the address of an image in a registry.");
        var taken = world.Assets.Images.Exists(i => i.Uri == url) || world.Notebooks.All.Any(n => n.Snapshots.Exists(s => s.ImageUrl == url));
        if (taken && call.Body.Flag("Overwrite") != true)
            throw WireError.Invalid(Product, $"ImageUrl '{url}' exists already; set Overwrite to replace it.");
        return new { InstanceId = notebook.Id, SnapshotId = notebook.Save(call.Body).Id };
    }
}
