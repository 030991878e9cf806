using PaiConsole.Domain.Jobs.Manifests;

namespace PaiConsole.Engine.Manifests;

/// <summary>Finds the parts of a container: image, command, environment, resources and mounts.</summary>
internal static class ContainerMapper
{
    public static ManifestRole Container(ManifestRole role, YamlFields fields)
    {
        fields.Text("name");
        var resources = fields.Map("resources");
        role = role with
        {
            ContainerPath = fields.Path,
            Image = fields.RequiredText("image"),
            WorkingDir = fields.Text("workingDir"),
            Command = fields.Texts("command"),
            Args = fields.Texts("args"),
            Env = Env(fields),
            Limits = resources?.TextMap("limits") ?? role.Limits,
            Requests = resources?.TextMap("requests") ?? role.Requests,
            Mounts = [.. fields.Maps("volumeMounts").Select(Mount)],
        };
        resources?.IgnoreRest();
        fields.IgnoreRest();
        return role;
    }

    private static Dictionary<string, string> Env(YamlFields container)
    {
        var env = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var variable in container.Maps("env"))
        {
            // As in Kubernetes the last of two with one name counts; valueFrom has no counterpart and is named.
            if (variable.RequiredText("name") is { Length: > 0 } name && (variable.Text("value") ?? (variable.HasValue("valueFrom") ? null : "")) is { } value)
                env[name] = value;
            variable.IgnoreRest();
        }
        return env;
    }

    private static ManifestMount Mount(YamlFields fields)
    {
        var mount = new ManifestMount(fields.RequiredText("name"), fields.RequiredText("mountPath"), fields.Text("subPath"), fields.Path);
        fields.IgnoreRest();
        return mount;
    }
}
