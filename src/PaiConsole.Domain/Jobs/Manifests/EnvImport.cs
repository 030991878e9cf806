using PaiConsole.Domain.Preflight;

namespace PaiConsole.Domain.Jobs.Manifests;

/// <summary>Environment variables of all roles as those of the job.</summary>
internal static class EnvImport
{
    public static IReadOnlyDictionary<string, string> Resolve(TrainingManifest manifest, List<Finding> notes)
    {
        var env = new Dictionary<string, string>(StringComparer.Ordinal);
        var firsts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var role in manifest.Roles)
        {
            foreach (var (name, value) in role.Env)
            {
                if (env.TryAdd(name, value))
                    firsts[name] = role.Type;
                else if (env[name] != value)
                    notes.Add(ManifestKinds.EnvDiffers.At($"env.{name}", $"{manifest.Where(role.ContainerPath + ".env")}: {value}, not {env[name]}",
                        ("name", name), ("role", role.Type), ("first", firsts[name])));
            }
        }
        return env;
    }
}
