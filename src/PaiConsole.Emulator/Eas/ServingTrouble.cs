namespace PaiConsole.Emulator.Eas;

/// <summary>What keeps a service's instances from starting.</summary>
internal static class ServingTrouble
{
    public const string Reason = "ImagePullFailed";

    /// <summary>World seconds of tries before the service counts as failed.</summary>
    public const double PatienceSeconds = 75;

    /// <summary>Tags that no registry has in this world.</summary>
    private static readonly string[] NoSuchTags = ["missing", "does-not-exist", "no-such-tag", "nonexistent"];

    /// <summary>Environment variable of a service that names what brings it down, as training jobs have one; <c>ImagePull</c> is understood.</summary>
    private const string FailureVariable = "PAI_EMULATOR_FAILURE";

    /// <summary>The trouble in words; null when it will start.</summary>
    public static string? Of(ModelService service)
    {
        var image = service.Document.Image;
        if (image is null)
            return null;
        var asked = (service.Document["containers"]?[0]?["env"] as System.Text.Json.Nodes.JsonArray)?
            .Any(e => e?["name"]?.ToString() == FailureVariable && e["value"]?.ToString() == "ImagePull") == true;
        return asked || NoSuchTags.Any(t => image.EndsWith(t, StringComparison.OrdinalIgnoreCase))
            ? $"Failed to pull image \"{image}\": manifest unknown"
            : null;
    }
}
