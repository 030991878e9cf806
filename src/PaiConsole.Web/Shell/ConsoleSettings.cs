namespace PaiConsole.Web.Shell;

/// <summary>What the frame says about the world it is connected to.</summary>
public sealed class ConsoleSettings(IConfiguration configuration)
{
    /// <summary><c>Emulator</c> or <c>Cloud</c>.</summary>
    public string Mode { get; } =
        string.Equals(configuration["Pai:Mode"], "Cloud", StringComparison.OrdinalIgnoreCase) ? "Cloud" : "Emulator";

    /// <summary>Nothing here costs money.</summary>
    public bool IsEmulator => Mode == "Emulator";

    /// <summary>Commands are sent; against a real account only after somebody decided so.</summary>
    public bool AllowCommands => configuration.GetValue("Pai:AllowCommands", IsEmulator);

    /// <summary>Region id.</summary>
    public string Region { get; } = configuration["Pai:Region"] ?? "cn-shanghai";

    /// <summary>The one workspace that is watched, or empty for all.</summary>
    public string WorkspaceId { get; } = configuration["Pai:WorkspaceId"] ?? "";
}
