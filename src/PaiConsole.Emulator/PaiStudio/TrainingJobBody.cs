using System.Text.Json;
using System.Text.RegularExpressions;
using PaiConsole.Emulator.Facts;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.PaiStudio;

/// <summary>
/// The DLC job that a training job becomes. Channels appear under <c>/ml/input/data/</c> and <c>/ml/output/</c>, hyperparameters as <c>$PAI_USER_ARGS</c> and
/// <c>$PAI_HPS</c>, as the SDK's documentation tells; the rest of the translation is unverified.
/// </summary>
internal static partial class TrainingJobBody
{
    private const double MostDiscount = 1;

    public static void Check(JsonElement body)
    {
        List<string> faults = [];
        if (string.IsNullOrWhiteSpace(body.Text("TrainingJobName")))
            faults.Add("TrainingJobName must not be empty");
        if (body.Field("AlgorithmSpec") is null && body.Text("AlgorithmName") is null)
            faults.Add("AlgorithmSpec or AlgorithmName is required");
        if (Resource(body)?.Text("EcsSpec") is { Length: > 0 } sku ? SkuCatalogue.Find(sku) is null : Resource(body)?.Text("ResourceId") is null)
            faults.Add($"ComputeResource.EcsSpec '{Resource(body)?.Text("EcsSpec")}' is not an instance type that exists");
        if ((Resource(body)?.Long("InstanceCount") ?? Resource(body)?.Long("EcsCount")) is < 1)
            faults.Add("ComputeResource.EcsCount must be at least 1");
        if (faults.Count > 0)
            throw WireError.Invalid(Product.PaiStudio, string.Join("; ", faults) + ".");
    }

    public static JsonElement ToDlc(JsonElement body, string id)
    {
        var (algorithm, resource) = (body.Field("AlgorithmSpec"), Resource(body));
        var parameters = (body.Field("HyperParameters")?.EnumerateArray() ?? []).Select(p => (Name: p.Text("Name") ?? "", Value: p.Text("Value") ?? "")).ToArray();
        var arguments = string.Join(' ', parameters.Select(p => $"--{p.Name} {(Plain().IsMatch(p.Value) ? p.Value : $"'{p.Value}'")}"));
        var envs = (body.Field("Environments")?.EnumerateObject() ?? default).ToDictionary(p => p.Name, p => p.Value.ToString(), StringComparer.Ordinal);
        envs["PAI_USER_ARGS"] = arguments;
        envs["PAI_HPS"] = JsonSerializer.Serialize(parameters.ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal));
        envs["PAI_TRAINING_JOB_ID"] = id;
        var command = string.Join(' ', (algorithm?.Field("Command")?.EnumerateArray() ?? []).Select(c => c.GetString()).Where(c => c is not ("sh" or "bash" or "-c" or "/bin/sh" or "/bin/bash")));
        return JsonSerializer.SerializeToElement(new
        {
            DisplayName = body.Text("TrainingJobName"),
            Description = body.Text("TrainingJobDescription"),
            JobType = algorithm?.Text("JobType") ?? "PyTorchJob",
            WorkspaceId = body.Text("WorkspaceId"),
            ResourceId = resource?.Text("ResourceId"),
            Priority = body.Long("Priority"),
            JobMaxRunningTimeMinutes = MaxMinutes(body.Field("Scheduler")),
            UserCommand = Arguments().Replace(command.Length > 0 ? command : $"python -m {body.Text("AlgorithmName")} $PAI_USER_ARGS", _ => arguments),
            Envs = envs,
            JobSpecs = new[]
            {
                new
                {
                    Type = "Worker",
                    Image = algorithm?.Text("Image") ?? "pai/" + body.Text("AlgorithmName"),
                    PodCount = resource?.Long("InstanceCount") ?? resource?.Long("EcsCount") ?? 1,
                    EcsSpec = resource?.Text("EcsSpec"),
                    SpotSpec = Spot(resource),
                },
            },
            DataSources = Channels(body, "InputChannels", "InputUri", "/ml/input/data/").Concat(Channels(body, "OutputChannels", "OutputUri", "/ml/output/")).ToArray(),
            Settings = new { Caller = "PaiStudio", Tags = new { TrainingJobId = id } },
        }, WireJson.Wire);
    }

    private static JsonElement? Resource(JsonElement body) => body.Field("ComputeResource");

    private static IEnumerable<object> Channels(JsonElement body, string list, string uri, string under) =>
        (body.Field(list)?.EnumerateArray() ?? []).Select(c => new { DataSourceId = c.Text("DatasetId"), Uri = c.Text(uri), MountPath = under + c.Text("Name") });

    /// <summary>The SDK says 0.5 for half the list price, the API's sample 9 for nine tenths: what is above 1 is read as tenths. As the price goes means up to the list price.</summary>
    private static object? Spot(JsonElement? resource)
    {
        var spec = resource?.Field("SpotSpec");
        if (spec is null && resource?.Flag("UseSpotInstance") != true)
            return null;
        var limit = spec?.Number("SpotDiscountLimit") is { } given && spec?.Text("SpotStrategy") != "SpotAsPriceGo" ? given : MostDiscount;
        return new { SpotStrategy = "SpotWithPriceLimit", SpotDiscountLimit = limit > 1 ? limit / 10 : limit };
    }

    private static long? MaxMinutes(JsonElement? scheduler) =>
        scheduler?.Long("MaxRunningTimeInMinutes") is { } minutes and > 0 ? minutes
        : scheduler?.Long("MaxRunningTimeInSeconds") is { } seconds and > 0 ? (seconds + 59) / 60
        : null;

    [GeneratedRegex(@"\$\{?PAI_USER_ARGS\}?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Arguments();

    [GeneratedRegex(@"^[\w./:@%+,=-]+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Plain();
}
