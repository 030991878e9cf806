using System.Text.Json;

namespace PaiConsole.Cloud.Credentials;

/// <summary>
/// A profile of the official command line tool, <c>~/.aliyun/config.json</c>: the one named by <c>ALIBABA_CLOUD_PROFILE</c>, else the
/// file's current one. Modes <c>AK</c>, <c>StsToken</c> and <c>EcsRamRole</c>.
/// </summary>
internal sealed class ProfileSource(string path, Func<string, string?> variable, Func<string?, ICredentialsSource> instanceRole) : ICredentialsSource
{
    public async Task<Credentials?> ReadAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
            return null;

        try
        {
            using var config = JsonDocument.Parse(await File.ReadAllBytesAsync(path, cancellationToken));
            var wanted = variable("ALIBABA_CLOUD_PROFILE") is { Length: > 0 } named ? named : Text(config.RootElement, "current") ?? "default";
            if (!config.RootElement.TryGetProperty("profiles", out var profiles) || profiles.ValueKind != JsonValueKind.Array)
                return null;

            foreach (var profile in profiles.EnumerateArray())
            {
                if (Text(profile, "name") == wanted)
                    return await ReadAsync(profile, wanted, cancellationToken);
            }

            return null;
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            // The inner exception is left out: a JSON error can quote the text around it.
            throw new CredentialsException($"{path} cannot be read ({exception.GetType().Name}).");
        }
    }

    private async Task<Credentials?> ReadAsync(JsonElement profile, string name, CancellationToken cancellationToken)
    {
        var mode = Text(profile, "mode") ?? "AK";
        var token = Text(profile, "sts_token");
        switch (mode)
        {
            case "EcsRamRole":
                return await instanceRole(Text(profile, "ram_role_name")).ReadAsync(cancellationToken);
            case "AK" or "StsToken" when Text(profile, "access_key_id") is { } id && Text(profile, "access_key_secret") is { } secret:
                return new Credentials(id, secret, mode == "StsToken" ? token : null);
            case "AK" or "StsToken":
                return null;
            default:
                throw new CredentialsException($"Profile '{name}' of {path} has mode '{mode}'; AK, StsToken and EcsRamRole are understood.");
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
