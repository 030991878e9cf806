using PaiConsole.Emulator.World;

namespace PaiConsole.Emulator.Eas;

/// <summary>Where a service or a group is called.</summary>
internal static class Endpoints
{
    public static string Internet(World.World world, string path) => $"http://{People.KeyOwner}.{world.Options.Region}.pai-eas.aliyuncs.com/api/predict/{path}";

    public static string Intranet(World.World world, string path) => $"http://{People.KeyOwner}.vpc.{world.Options.Region}.pai-eas.aliyuncs.com/api/predict/{path}";

    /// <summary>A member of a group has its own path beside the shared one.</summary>
    public static string Path(ModelService service) => service.Document.Group is { } group ? $"{group}.{service.Name}" : service.Name;
}
