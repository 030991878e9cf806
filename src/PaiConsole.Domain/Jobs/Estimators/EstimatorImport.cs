using PaiConsole.Domain.Jobs.Manifests;
using PaiConsole.Domain.Preflight;
using PaiConsole.Domain.Workspaces;

namespace PaiConsole.Domain.Jobs.Estimators;

/// <summary>Translates an Estimator call into a job spec. Everything it assumes is said as a finding.</summary>
public static class EstimatorImport
{
    private const string Channels = "/ml/input/data";
    private const string Code = "/ml/usercode";

    /// <summary>The spec, with every assumption and, of <see cref="JobPreflight"/>, every fault.</summary>
    public static JobImport ToSpec(EstimatorCall call, PreflightContext context)
    {
        var notes = new List<Finding> { EstimatorKinds.Translated.At(null, null) };
        var mounts = new List<DataMount>();
        foreach (var (name, location) in call.InputChannels)
        {
            notes.Add(EstimatorKinds.Channel.At($"data[{mounts.Count}]", location, ("name", name), ("path", $"{Channels}/{name}")));
            mounts.Add(location.Contains("://", StringComparison.Ordinal) ? new DataMount(null, location, $"{Channels}/{name}") : new DataMount(location, null, $"{Channels}/{name}"));
        }
        var spec = new JobSpec
        {
            Name = Name(call, notes),
            Command = Command(call, mounts, notes),
            Image = Image(call.ImageUri, context, notes),
            Roles = [new JobRoleSpec("Worker", call.InstanceCount, call.InstanceType)],
            Data = mounts,
            OutputPath = call.OutputPath.Length > 0 ? call.OutputPath : null,
            Spot = call.Spot ? new SpotTerms(1, null) : null,
        };
        if (call.Spot)
            notes.Add(EstimatorKinds.SpotTerms.At("spot", "spot_instance=True"));
        return new JobImport(spec, notes, [.. notes.Concat(JobPreflight.Check(spec, context)).OrderByDescending(finding => finding.Severity)], []);
    }

    private static string Command(EstimatorCall call, List<DataMount> mounts, List<Finding> notes)
    {
        string[] arguments = [.. call.Hyperparameters.Select(pair => ShellWords.Quote($"--{pair.Key}={pair.Value}"))];
        var command = string.Join(" \\\n  ", arguments.Prepend(call.Command));
        if (call.SourceDir.Length == 0)
            return command;
        if (!call.SourceDir.Contains("://", StringComparison.Ordinal))
        {
            notes.Add(EstimatorKinds.LocalSource.At("command", $"source_dir={call.SourceDir}", ("path", call.SourceDir)));
            return command;
        }
        notes.Add(EstimatorKinds.Source.At($"data[{mounts.Count}]", $"source_dir={call.SourceDir}", ("path", call.SourceDir), ("mount", Code)));
        mounts.Add(new DataMount(null, call.SourceDir, Code));
        return $"cd {Code} && {command}";
    }

    private static string Name(EstimatorCall call, List<Finding> notes)
    {
        if (call.Name.Length > 0)
            return call.Name;
        var script = LaunchCommand.Parse(call.Command).Script ?? "estimator";
        var name = script[(script.LastIndexOf('/') + 1)..].Split('.')[0];
        notes.Add(EstimatorKinds.Named.At("name", null, ("name", name)));
        return name;
    }

    private static string Image(string image, PreflightContext context, List<Finding> notes)
    {
        if (image.Length == 0 || ImageReference.HasRegistry(image) || context.Images.Any(known => known.Uri == image))
            return image;
        if (context.Images.FirstOrDefault(known => known.Name == image || known.Id == image) is { } named)
        {
            notes.Add(ManifestKinds.ImageByName.At("image", named.Id, ("image", image), ("uri", named.Uri)));
            return named.Uri;
        }
        if (ImageMatch.Find(image, context.Images) is not { } match)
            return image; // KnownImage says that it names no registry
        var differences = match.Differences.Count == 0 ? "the same as asked" : string.Join(", ", match.Differences);
        notes.Add(ManifestKinds.ImageMatched.At("image", $"asked for {ImageTraits.Of(image)}; {match.Image.Uri} has {ImageTraits.Of(match.Image)}: {differences}", ("image", image), ("name", match.Image.Name)));
        return match.Image.Uri;
    }
}
