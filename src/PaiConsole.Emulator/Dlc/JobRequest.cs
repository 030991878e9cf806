using System.Text.Json;
using PaiConsole.Emulator.Dlc.Spot;
using PaiConsole.Emulator.Facts;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Dlc;

/// <summary>One role of a job: so many pods of one instance type.</summary>
/// <param name="Type">Worker, Master, PS, …</param>
/// <param name="Pods">Number of pods, one node each.</param>
/// <param name="Sku">Instance type; empty when a quota gives the resources.</param>
/// <param name="Image">Image.</param>
/// <param name="RestartPolicy">Always, Never, OnFailure or ExitCode.</param>
/// <param name="Spot">Spot offer; null for pay-as-you-go.</param>
internal sealed record JobRole(string Type, int Pods, string Sku, string Image, string RestartPolicy, JsonElement? Spot)
{
    /// <summary>Fraction of the list price that its nodes cost.</summary>
    public double SpotFactor { get; } = Spot is null ? 1 : SkuCatalogue.Find(Sku)?.SpotFactor ?? 1;
}

/// <summary>The parts of a request that GetJob and ListJobs give back unchanged.</summary>
internal sealed record JobEcho(RawJson? JobSpecs, RawJson? Envs, RawJson? Settings, RawJson? CredentialConfig, RawJson? ElasticSpec);

/// <summary>The body of CreateJob, read once. Immutable, so that any number of jobs can share one.</summary>
internal sealed class JobRequest
{
    public JobRequest(JsonElement body)
    {
        Body = body;
        Roles = [.. (body.Field("JobSpecs")?.EnumerateArray() ?? []).Select(Role)];
        Tags = (body.Field("Settings")?.Field("Tags")?.EnumerateObject() ?? default).ToDictionary(p => p.Name, p => p.Value.ToString(), StringComparer.Ordinal);
        Envs = (body.Field("Envs")?.EnumerateObject() ?? default).ToDictionary(p => p.Name, p => p.Value.ToString(), StringComparer.Ordinal);
        var skus = Roles.Select(r => (r.Pods, Sku: SkuCatalogue.Find(r.Sku))).ToArray();
        Gpus = skus.Sum(r => r.Pods * (r.Sku?.Gpu ?? 0));
        Cpus = skus.Sum(r => r.Pods * (r.Sku?.Cpu ?? 0));
        Echo = new(
            RawJson.Of(body.Field("JobSpecs")),
            RawJson.Of(body.Field("Envs")),
            RawJson.Of(body.Field("Settings")),
            RawJson.Of(body.Field("CredentialConfig")),
            RawJson.Of(body.Field("ElasticSpec")));
        MemoryGib = skus.Sum(r => r.Pods * (r.Sku?.MemoryGib ?? 0));
    }

    public JsonElement Body { get; }

    /// <summary>Parts that answers repeat as they were sent.</summary>
    public JobEcho Echo { get; }

    public JobRole[] Roles { get; }

    public IReadOnlyDictionary<string, string> Tags { get; }

    public IReadOnlyDictionary<string, string> Envs { get; }

    public int Gpus { get; }

    public int Cpus { get; }

    public double MemoryGib { get; }

    public int Nodes => Roles.Sum(r => r.Pods);

    public string JobType => Body.Text("JobType") ?? "";

    public string Command => Body.Text("UserCommand") ?? "";

    public string WorkspaceId => Body.Text("WorkspaceId") ?? World.People.DefaultWorkspace;

    public string? ResourceId => Body.Text("ResourceId");

    public JsonElement? Settings => Body.Field("Settings");

    /// <summary>Options of the command; read when first asked for.</summary>
    public CommandLine Options => field ??= new(Command, Envs);

    public bool IsSpot => Roles.Any(r => r.Spot is not null);

    /// <summary><c>Spot</c>, <c>PostPaid</c> (pay-as-you-go) or <c>PrePaid</c> (a quota).</summary>
    public string PaymentType => IsSpot ? "Spot" : string.IsNullOrEmpty(ResourceId) ? "PostPaid" : "PrePaid";

    private static JobRole Role(JsonElement spec) => new(
        spec.Text("Type") ?? "Worker",
        (int)(spec.Long("PodCount") ?? 1),
        spec.Text("EcsSpec") is { Length: > 0 } sku ? sku : ElasticSpot.Chosen(spec)?.Text("InstanceType") ?? "",
        spec.Text("Image") ?? "",
        spec.Text("RestartPolicy") ?? "Never",
        spec.Field("SpotSpec") ?? (ElasticSpot.Chosen(spec) is { } chosen ? ElasticSpot.AsSpotSpec(chosen) : null));
}
