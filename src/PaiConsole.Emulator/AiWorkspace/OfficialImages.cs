using System.Text.RegularExpressions;
using PaiConsole.Emulator.Spec;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.AiWorkspace;

/// <summary>PAI's own images, from the facts, with the labels PAI puts on them and the region's registry.</summary>
internal static partial class OfficialImages
{
    /// <summary>Those that are seen most, newest of each kind; the rest of the facts are older or rarer.</summary>
    private static readonly HashSet<string> Tags = new(StringComparer.Ordinal)
    {
        "2.8.0-gpu-py312-cu128-ubuntu24.04-3995b779-1764359181",
        "1.34.0-pytorch2.9.1-gpu-py311-cu124-ubuntu22.04",
        "1.34.0-pytorch2.3.1-cpu-py311-ubuntu22.04",
        "1.20.0-pytorch2.4.0-gpu-py310-cu124-ubuntu22.04",
        "1.16.1-pytorch2.3.0tensorflow2.16.1-gpu-py310-cu121-ubuntu22.04",
        "1.1.0-pytorch2.10.0-gpu-py311-cu129-ubuntu22.04",
        "0.14.0-gpu",
        "v0.5.17",
        "25.03-py3",
        "4.1",
    };

    public static IEnumerable<Image> In(World.World world)
    {
        foreach (var entry in SpecLibrary.Document("Facts.images.json").GetProperty("images").EnumerateArray())
        {
            var tag = entry.Text("tag")!;
            if (!Tags.Contains(tag))
                continue;
            var repository = entry.Text("repository")!;
            var uri = entry.Text("uri")!.Replace("{region}", world.Options.Region, StringComparison.Ordinal);
            yield return new(
                "image-" + Convert.ToHexStringLower(BitConverter.GetBytes(Signal.Hash(repository + ":" + tag, 3))),
                $"{repository[(repository.IndexOf('/', StringComparison.Ordinal) + 1)..]}:{tag}",
                uri,
                $"{entry.Text("framework")} {entry.Text("version")} by PAI",
                Labels(entry, tag),
                Owner: null,
                world.Now.AddDays(-20 - (int)(Signal.Hash(tag, 5) % 180)));
        }
    }

    private static Dictionary<string, string> Labels(System.Text.Json.JsonElement entry, string tag)
    {
        Dictionary<string, string> labels = new(StringComparer.Ordinal)
        {
            ["system.official"] = "true",
            ["system.origin"] = "PAI",
            ["system.chipType"] = entry.Text("accelerator") == "cpu" ? "CPU" : "GPU",
            ["system.framework." + entry.Text("framework")] = entry.Text("version")!,
        };
        foreach (var use in entry.GetProperty("use").EnumerateArray().Select(u => u.GetString()!).Where(u => u is "DSW" or "DLC" or "EAS"))
            labels["system.supported." + use.ToLowerInvariant()] = "true";
        foreach (Match part in Bundled().Matches(tag))
            labels["system.framework." + (part.Groups["name"].Value == "pytorch" ? "PyTorch" : "TensorFlow")] = part.Groups["version"].Value;
        if (entry.Text("python") is { } python)
            labels["system.pythonVersion"] = python;
        if (entry.Text("cuda") is { } cuda)
            labels["system.cudaVersion"] = cuda;
        if (entry.Text("os") is { } os)
            labels["system.os"] = os;
        return labels;
    }

    /// <summary>Tags of other frameworks name the PyTorch and TensorFlow they bring: <c>1.16.1-pytorch2.3.0tensorflow2.16.1-gpu-…</c>.</summary>
    [GeneratedRegex(@"(?<name>pytorch|tensorflow)(?<version>\d+(\.\d+)+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Bundled();
}
