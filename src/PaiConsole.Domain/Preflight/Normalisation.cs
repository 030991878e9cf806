using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Notebooks;
using PaiConsole.Domain.Services;
using PaiConsole.Domain.Workspaces;

namespace PaiConsole.Domain.Preflight;

/// <summary>
/// Specs as they come out of JSON may hold null where the type says otherwise (<c>"roles": null</c>). These give the same
/// spec with empty values instead, so that a check reports the missing value and does not fail on it.
/// </summary>
public static class Normalisation
{
    private static readonly IReadOnlyDictionary<string, string> _none = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Without nulls.</summary>
    public static JobSpec Normalised(this JobSpec spec) => spec with
    {
        Name = Text(spec.Name), Type = Text(spec.Type), Command = Text(spec.Command), Image = Text(spec.Image),
        Roles = [.. List(spec.Roles).Select(role => role with { Type = Text(role.Type), Sku = Text(role.Sku) })],
        Data = Mounts(spec.Data), Env = Map(spec.Env), Labels = Map(spec.Labels),
        Code = spec.Code is { Id: null } code ? code with { Id = "" } : spec.Code,
    };

    /// <summary>Without nulls.</summary>
    public static NotebookSpec Normalised(this NotebookSpec spec) => spec with
    {
        Name = Text(spec.Name), Sku = Text(spec.Sku), Image = Text(spec.Image), Data = Mounts(spec.Data), Env = Map(spec.Env),
    };

    /// <summary>Without nulls.</summary>
    public static ServiceSpec Normalised(this ServiceSpec spec) => spec with
    {
        Name = Text(spec.Name), Sku = Text(spec.Sku), Env = Map(spec.Env),
        Autoscaler = spec.Autoscaler is { Metrics: null } scaler
            ? scaler with { Metrics = new Dictionary<string, decimal>(StringComparer.Ordinal) }
            : spec.Autoscaler,
    };

    private static string Text(string? text) => text ?? "";

    private static IEnumerable<T> List<T>(IReadOnlyList<T>? list) where T : class => (list ?? []).Where(item => item is not null);

    private static IReadOnlyList<DataMount> Mounts(IReadOnlyList<DataMount>? mounts) =>
        [.. List(mounts).Select(mount => mount with { MountPath = Text(mount.MountPath) })];

    private static IReadOnlyDictionary<string, string> Map(IReadOnlyDictionary<string, string>? map) =>
        map is null ? _none : map.Values.Any(value => value is null)
            ? map.ToDictionary(pair => pair.Key, pair => Text(pair.Value), StringComparer.Ordinal)
            : map;
}
