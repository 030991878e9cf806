using System.Text.Json;
using PaiConsole.Emulator.Facts;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Dlc;

/// <summary>What DLC refuses in a job's definition, beyond wrong types; every fault in one message.</summary>
internal static class JobRules
{
    private static readonly string[] RestartPolicies = ["Always", "Never", "OnFailure", "ExitCode"];

    /// <summary>Job types, and the roles each of them has.</summary>
    private static readonly Dictionary<string, string[]> RolesOf = new(StringComparer.Ordinal)
    {
        ["TFJob"] = ["Chief", "PS", "Worker", "Evaluator", "GraphLearn"],
        ["PyTorchJob"] = ["Worker", "Master"],
        ["XGBoostJob"] = ["Worker", "Master"],
        ["OneFlowJob"] = ["Worker", "Master"],
        ["ElasticBatchJob"] = ["Worker", "Master"],
        ["MPIJob"] = ["Worker", "Master"],
        ["SlurmJob"] = ["Worker", "Master"],
        ["RayJob"] = ["Head", "Worker"],
        ["DataJuicerJob"] = ["Head", "Worker"],
    };

    public static void Check(JsonElement body)
    {
        List<string> faults = [];
        if (body.Text("DisplayName") is not { Length: > 0 and <= 256 })
            faults.Add("DisplayName must have 1 to 256 characters");
        if (string.IsNullOrWhiteSpace(body.Text("UserCommand")))
            faults.Add("UserCommand must not be empty");
        if (body.Long("Priority") is < 1 or > 9)
            faults.Add("Priority must be between 1 and 9");
        if (body.Long("JobMaxRunningTimeMinutes") is < 0)
            faults.Add("JobMaxRunningTimeMinutes must not be negative");
        var type = body.Text("JobType") ?? "";
        if (!RolesOf.TryGetValue(type, out var roles))
            faults.Add($"JobType '{type}' is not one of {string.Join(", ", RolesOf.Keys)}");
        var specs = body.GetProperty("JobSpecs").EnumerateArray().ToArray();
        if (specs.Length == 0)
            faults.Add("JobSpecs must name at least one role");
        for (var i = 0; i < specs.Length; i++)
            Role(specs[i], FormattableString.Invariant($"JobSpecs[{i}]"), roles, body.Text("ResourceId"), faults);
        if (faults.Count > 0)
            throw WireError.Invalid(Product.Dlc, string.Join("; ", faults) + ".");
    }

    private static void Role(JsonElement spec, string at, string[]? roles, string? quota, List<string> faults)
    {
        var type = spec.Text("Type") ?? "";
        if (roles is not null && !roles.Any(r => type == r || (r == "Worker" && type.StartsWith("Worker-", StringComparison.Ordinal))))
            faults.Add($"{at}.Type '{type}' is not one of {string.Join(", ", roles)}");
        if (spec.Long("PodCount") is < 1)
            faults.Add($"{at}.PodCount must be at least 1");
        if (string.IsNullOrEmpty(spec.Text("Image")))
            faults.Add($"{at}.Image is required");
        if (spec.Text("RestartPolicy") is { Length: > 0 } policy && !RestartPolicies.Contains(policy, StringComparer.Ordinal))
            faults.Add($"{at}.RestartPolicy '{policy}' is not one of {string.Join(", ", RestartPolicies)}");
        switch (spec.Text("EcsSpec"))
        {
            case null or "" when string.IsNullOrEmpty(quota) && spec.Field("ElasticSpotSpecs") is null:
                faults.Add($"{at}.EcsSpec is required unless ResourceId names a quota");
                break;
            case { Length: > 0 } sku when SkuCatalogue.Find(sku) is null:
                faults.Add($"{at}.EcsSpec '{sku}' does not exist; ListEcsSpecs names those that do");
                break;
        }

        foreach (var candidate in spec.Field("ElasticSpotSpecs")?.EnumerateArray() ?? [])
            if (SkuCatalogue.Find(candidate.Text("InstanceType") ?? "") is null)
                faults.Add($"{at}.ElasticSpotSpecs.InstanceType '{candidate.Text("InstanceType")}' does not exist; ListEcsSpecs names those that do");
        if (spec.Field("SpotSpec") is { } spot && spot.Number("SpotDiscountLimit") is null == spot.Number("SpotPriceLimit") is null)
            faults.Add($"{at}.SpotSpec needs exactly one of SpotDiscountLimit and SpotPriceLimit");
    }
}
