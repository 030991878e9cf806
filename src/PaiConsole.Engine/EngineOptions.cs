namespace PaiConsole.Engine;

/// <summary>Section <c>Pai</c>: which cloud is watched, and whether anything may be asked of it.</summary>
public sealed class PaiOptions
{
    /// <summary><c>Emulator</c> or <c>Cloud</c>.</summary>
    public string Mode { get; set; } = "Emulator";
    /// <summary>May commands be sent? By default yes to the emulator and no to a real account.</summary>
    public bool? AllowCommands { get; set; }
    /// <summary>The region that is watched.</summary>
    public string Region { get; set; } = "cn-shanghai";
    /// <summary>The one workspace that is watched; empty watches all.</summary>
    public string WorkspaceId { get; set; } = "";
    /// <summary>Host per product (<c>dsw</c>, <c>dlc</c>, <c>eas</c>, <c>aiworkspace</c>, <c>ecs</c>) instead of the official ones.</summary>
    public Dictionary<string, string> Endpoints { get; set; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>It is the embedded or a stand-alone emulator.</summary>
    public bool IsEmulator => string.Equals(Mode, "Emulator", StringComparison.OrdinalIgnoreCase);
    /// <summary>Commands are enabled.</summary>
    public bool CommandsAllowed => AllowCommands ?? IsEmulator;
}

/// <summary>Section <c>Sync</c>: how often the console looks.</summary>
public sealed class SyncOptions
{
    /// <summary>Seconds between looks while something is in transition or somebody watches; null takes the mode's default.</summary>
    public int? ActiveSeconds { get; set; }
    /// <summary>Seconds between looks when all is settled; null takes the mode's default.</summary>
    public int? SettledSeconds { get; set; }
    /// <summary>
    /// Seconds for which an object whose create was not answered may stay invisible in lists before it counts as
    /// not created. Only after that is a create sent again.
    /// </summary>
    public int? CreateSettleSeconds { get; set; }
    /// <summary>Seconds after which an accepted command whose effect never showed counts as timed out.</summary>
    public int PatienceSeconds { get; set; } = 1_800;
}
