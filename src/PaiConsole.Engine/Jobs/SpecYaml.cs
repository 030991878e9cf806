using System.Globalization;
using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Jobs.Manifests;
using PaiConsole.Domain.Jobs.Resumption;
using PaiConsole.Domain.Preflight;
using PaiConsole.Domain.Workspaces;
using PaiConsole.Engine.Manifests;

namespace PaiConsole.Engine.Jobs;

/// <summary>
/// A job spec as YAML: the members of the REST body. A manifest cannot hold all of it (URIs to mount, spot terms, an output), so
/// what a form is turned into is this. <see cref="Read"/> gives back what <see cref="Write"/> wrote; the plan is not part of it.
/// </summary>
internal static class SpecYaml
{
    /// <summary>Is such a document and no manifest: it has roles at its root and no kind.</summary>
    public static bool IsSpec(string yaml)
    {
        var keys = yaml.Split('\n').Where(line => line.Length > 0 && !char.IsWhiteSpace(line[0])).Select(line => line.Split(':')[0]).ToList();
        return keys.Contains("roles", StringComparer.Ordinal) && !keys.Contains("kind", StringComparer.Ordinal);
    }

    public static string Write(JobSpec spec)
    {
        var lines = new YamlLines();
        lines.Text("name", spec.Name);
        lines.Text("type", spec.Type);
        lines.Text("image", spec.Image);
        lines.Text("command", spec.Command);
        lines.List("roles", spec.Roles, (role, item) =>
        {
            item.Text("type", role.Type);
            item.Number("count", role.Count);
            item.Text("sku", role.Sku);
            item.Optional("image", role.Image);
            item.Optional("restartPolicy", role.RestartPolicy);
        });
        lines.List("data", spec.Data, (mount, item) =>
        {
            item.Optional("datasetId", mount.DatasetId);
            item.Optional("uri", mount.Uri);
            item.Text("mountPath", mount.MountPath);
        });
        if (spec.Code is { } code)
            lines.Map("code", [("id", code.Id), ("mountPath", code.MountPath), ("branch", code.Branch), ("commit", code.Commit)]);
        lines.Map("env", spec.Env.Select(pair => (pair.Key, (string?)pair.Value)));
        lines.Optional("outputPath", spec.OutputPath);
        lines.Number("priority", spec.Priority);
        lines.Number("maxRunningMinutes", spec.MaxRunningMinutes);
        if (spec.Spot is { } spot)
        {
            lines.Map("spot", [("discountLimit", Number(spot.DiscountLimit)), ("priceLimitPerMinute", Number(spot.PriceLimitPerMinute))]);
        }
        if (spec.Resume is { } resume)
            lines.Map("resume", [("times", resume.Times.ToString(CultureInfo.InvariantCulture))]);
        lines.Map("labels", spec.Labels.Select(pair => (pair.Key, (string?)pair.Value)));
        lines.Optional("workspaceId", spec.WorkspaceId);
        return lines.ToString();
    }

    public static JobImport Read(string yaml, PreflightContext context)
    {
        var notes = new ManifestNotes();
        if (YamlTree.Read(yaml, notes) is not YamlMap map)
            return new JobImport(new JobSpec(), notes.Findings, notes.Findings, []);
        var fields = new YamlFields(map, "", notes);
        var spec = new JobSpec
        {
            Name = fields.Text("name") ?? "",
            Type = fields.Text("type") ?? "PyTorchJob",
            Image = fields.Text("image") ?? "",
            Command = fields.Text("command") ?? "",
            Roles = [.. fields.Maps("roles").Select(Role)],
            Data = [.. fields.Maps("data").Select(Mount)],
            Code = fields.Map("code") is { } code ? Code(code) : null,
            Env = fields.TextMap("env"),
            OutputPath = fields.Text("outputPath"),
            Priority = fields.Whole("priority") is >= int.MinValue and <= int.MaxValue and var priority ? (int)priority : null,
            MaxRunningMinutes = fields.Whole("maxRunningMinutes"),
            Spot = fields.Map("spot") is { } spot ? Spot(spot, notes) : null,
            Resume = fields.Map("resume") is { } resume ? Resume(resume) : null,
            Labels = fields.TextMap("labels"),
            WorkspaceId = fields.Text("workspaceId"),
        };
        fields.IgnoreRest();
        return new JobImport(spec, notes.Findings, [.. notes.Findings.Concat(JobPreflight.Check(spec, context)).OrderByDescending(finding => finding.Severity)], []);
    }

    private static JobRoleSpec Role(YamlFields fields)
    {
        var role = new JobRoleSpec(fields.Text("type") ?? "Worker", fields.Whole("count") ?? 1, fields.Text("sku") ?? "")
        {
            Image = fields.Text("image"), RestartPolicy = fields.Text("restartPolicy"),
        };
        fields.IgnoreRest();
        return role;
    }

    private static DataMount Mount(YamlFields fields)
    {
        var mount = new DataMount(fields.Text("datasetId"), fields.Text("uri"), fields.Text("mountPath") ?? "");
        fields.IgnoreRest();
        return mount;
    }

    private static JobCode Code(YamlFields fields)
    {
        var code = new JobCode(fields.Text("id") ?? "", fields.Text("mountPath")) { Branch = fields.Text("branch"), Commit = fields.Text("commit") };
        fields.IgnoreRest();
        return code;
    }

    private static ResumePolicy Resume(YamlFields fields)
    {
        // What is no number of times is told by the checks.
        var policy = new ResumePolicy((int)Math.Clamp(fields.Whole("times") ?? 0, -1, int.MaxValue));
        fields.IgnoreRest();
        return policy;
    }

    private static SpotTerms Spot(YamlFields fields, ManifestNotes notes)
    {
        var terms = new SpotTerms(Decimal("discountLimit"), Decimal("priceLimitPerMinute"));
        fields.IgnoreRest();
        return terms;

        decimal? Decimal(string key)
        {
            if (fields.Text(key) is not { } text)
                return null;
            if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
                return number;
            notes.Shape(fields.At(key), fields.Line, "a number");
            return null;
        }
    }

    private static string? Number(decimal? number) => number?.ToString(CultureInfo.InvariantCulture);
}
