using PaiConsole.Emulator.AiWorkspace;
using PaiConsole.Emulator.Control;
using PaiConsole.Emulator.Dlc;
using PaiConsole.Emulator.Dsw;
using PaiConsole.Emulator.Eas;
using PaiConsole.Emulator.Ecs;
using PaiConsole.Emulator.PaiStudio;

namespace PaiConsole.Emulator.Transport;

/// <summary>What is served, and the one order in which a request passes.</summary>
internal static class WireSurface
{
    /// <summary>Every implemented operation, product by product.</summary>
    public static readonly OperationCatalogue Operations = new(
    [
        .. DswOperations.All,
        .. DlcOperations.All,
        .. EasOperations.All,
        .. AiWorkspaceOperations.All,
        .. EcsOperations.All,
        .. PaiStudioOperations.All,
    ]);

    /// <summary>Builds the pipeline.</summary>
    public static void Map(WebApplication app, World.World world)
    {
        Acs3Verifier verifier = new(world.Options.AccessKeyId, world.Options.Secret, world.Real);
        app.UseMiddleware<WorldDateMiddleware>(world);
        app.UseMiddleware<ControlMiddleware>(world);
        app.UseMiddleware<DataPlane>(world);
        app.UseMiddleware<AnswerMiddleware>(world);
        app.UseMiddleware<SignatureMiddleware>(verifier);
        app.UseMiddleware<RoutingMiddleware>();
        app.UseMiddleware<FaultMiddleware>(world);
        app.UseMiddleware<DispatchMiddleware>(world, Operations);
    }
}
