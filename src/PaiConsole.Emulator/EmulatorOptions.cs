namespace PaiConsole.Emulator;

/// <summary>What kind of world to start, and where. Bound from the settings section <c>Emulator</c>.</summary>
public sealed class EmulatorOptions
{
    /// <summary>Where every emulated product listens. Port 0 takes a free one.</summary>
    public string Url { get; set; } = "http://127.0.0.1:5081";

    /// <summary>Where OSS listens; null for the port after that of <see cref="Url"/> (or a free one, where that is 0).</summary>
    public string? OssUrl { get; set; }

    /// <summary><c>demo</c> (a lived-in team), <c>empty</c> or <c>large</c>.</summary>
    public string Seed { get; set; } = "demo";

    /// <summary>Jobs sown by <c>large</c>.</summary>
    public int Jobs { get; set; } = 100_000;

    /// <summary>Services sown by <c>large</c>.</summary>
    public int Services { get; set; } = 200;

    /// <summary>Notebooks sown by <c>large</c>.</summary>
    public int Notebooks { get; set; } = 500;

    /// <summary>World seconds per real second; 0 pauses the world.</summary>
    public double Speed { get; set; } = 1;

    /// <summary>Refuse query and body parameters that the documented operation does not have.</summary>
    public bool Strict { get; set; } = true;

    /// <summary>The one access key id that is known here.</summary>
    public string AccessKeyId { get; set; } = "emulator";

    /// <summary>The secret of <see cref="AccessKeyId"/>.</summary>
    public string Secret { get; set; } = "emulator";

    /// <summary>Makes ids, seeds and outcomes repeatable.</summary>
    public int RandomSeed { get; set; } = 20260102;

    /// <summary>Region the world pretends to be; part of host names and prices.</summary>
    public string Region { get; set; } = "cn-shanghai";

    internal string OssListensAt
    {
        get
        {
            if (OssUrl is { Length: > 0 } given)
                return given;
            UriBuilder next = new(Url);
            next.Port = next.Port == 0 ? 0 : next.Port + 1;
            return next.Uri.GetLeftPart(UriPartial.Authority);
        }
    }
}
