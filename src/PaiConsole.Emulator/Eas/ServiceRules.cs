using System.Text.RegularExpressions;
using PaiConsole.Emulator.Facts;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Eas;

/// <summary>What EAS refuses in a service document beyond wrong types; every fault in one message.</summary>
internal static partial class ServiceRules
{
    private const int MostInstances = 1000;

    /// <summary>Ports the platform uses in every pod itself.</summary>
    private static readonly int[] ReservedPorts = [8080, 9090];

    public static void Check(ServiceDocument document)
    {
        List<string> faults = [];
        Name(document, faults);
        Mode(document, faults);
        if (document.Number("metadata.instance") is < 0 or > MostInstances)
            faults.Add($"metadata.instance must be between 0 and {MostInstances.ToString(System.Globalization.CultureInfo.InvariantCulture)}");
        foreach (var candidate in document.Candidates)
        {
            if (SkuCatalogue.Find(candidate.Type) is null)
                faults.Add($"instance type '{candidate.Type}' does not exist");
            if (candidate.SpotPriceLimit <= 0)
                faults.Add($"spot_price_limit of {candidate.Type} must be greater than 0");
        }

        if (document.Candidates.Count == 0 && document.Number("metadata.cpu") is null && document.Text("metadata.resource") is null && document.Text("metadata.quota_id") is null)
            faults.Add("cloud.computing.instances, or metadata.cpu and metadata.memory, must say what the service runs on");
        if ((document.Text("metadata.traffic_state") ?? document.Text("networking.traffic_state")) is { } state && state is not ("standalone" or "grouping"))
            faults.Add($"traffic_state '{state}' is neither standalone nor grouping");
        if (document.Group is { } group && !NameRule().IsMatch(group))
            faults.Add($"metadata.group '{group}' must be lower-case letters, digits and underscores, beginning with a letter");
        if (document.Flag("metadata.release"))
            faults.Add("metadata.release (the old blue/green release) is not emulated: make the new version a member of the same metadata.group");
        AutoscalerRule.FromDocument(document, faults);
        if (faults.Count > 0)
            throw WireError.Invalid(Product.Eas, string.Join("; ", faults) + ".");
    }

    /// <summary>Is it a name that a service or a group may have?</summary>
    public static bool IsName(string name) => NameRule().IsMatch(name);

    private static void Name(ServiceDocument document, List<string> faults)
    {
        if (document.Name is not { Length: > 0 } name)
            faults.Add("metadata.name is required");
        else if (!NameRule().IsMatch(name))
            faults.Add($"service name '{name}' must be lower-case letters, digits and underscores, beginning with a letter, at most 63 of them");
        if (document.Text("name") is { } top && document.Text("metadata.name") is { } inner && top != inner)
            faults.Add($"name '{top}' and metadata.name '{inner}' differ");
    }

    private static void Mode(ServiceDocument document, List<string> faults)
    {
        if (document["containers"] is { } containers)
        {
            if (string.IsNullOrEmpty(document.Image))
                faults.Add("containers[0].image is required");
            foreach (var port in containers.AsArray().Select(c => c?["port"]?.GetValue<int>() ?? 0).Where(p => ReservedPorts.Contains(p)))
                faults.Add($"containers port {port.ToString(System.Globalization.CultureInfo.InvariantCulture)} is reserved");
        }
        else if (document.Text("processor_type") is { } type)
        {
            if (document.Text("processor_path") is null)
                faults.Add("processor_path is required with processor_type");
            if (document.Text(type == "java" ? "processor_mainclass" : "processor_entry") is null)
                faults.Add($"{(type == "java" ? "processor_mainclass" : "processor_entry")} is required with processor_type {type}");
        }
        else if (document.Text("processor") is null)
        {
            faults.Add("containers, processor or processor_type must say what to run");
        }
    }

    [GeneratedRegex("^[a-z][a-z0-9_]{0,62}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NameRule();
}
