using PaiConsole.Domain.Compute;
using PaiConsole.Domain.Preflight;

namespace PaiConsole.Domain.Jobs.Manifests;

/// <summary>The instance type of each role: its annotation, or else the cheapest that fits its limits.</summary>
internal static class SkuImport
{
    public static (IReadOnlyList<string> Skus, IReadOnlyList<RoleFit> Fits) Resolve(
        TrainingManifest manifest, PreflightContext context, List<Finding> notes)
    {
        var asked = manifest.Roles.Select((role, index) => new Asked(role, index, Need(manifest, role, index, notes), Annotation(manifest, role))).ToList();
        var skus = new string[asked.Count];
        var fits = new List<RoleFit>();
        foreach (var alike in asked.GroupBy(role => (role.Need, role.Annotation)))
        {
            var roles = alike.ToList();
            var (need, annotation) = alike.Key;
            var fit = need.IsEmpty ? null : SkuFit.Find(need, context.Skus, context.Prices, context.Region);
            if (fit is not null)
                fits.Add(new RoleFit([.. roles.Select(role => role.Role.Type)], fit));
            var sku = annotation is null ? FromLimits(manifest, roles, fit, context, notes) : FromAnnotation(manifest, roles, annotation, fit, context, notes);
            foreach (var role in roles)
                skus[role.Index] = sku;
        }
        return (skus, fits);
    }

    private static string FromLimits(TrainingManifest manifest, List<Asked> roles, SkuFit? fit, PreflightContext context, List<Finding> notes)
    {
        var (names, field) = (Names(roles), Field(roles));
        if (fit is null)
        {
            notes.Add(ManifestKinds.NoLimits.At(field, manifest.Where(roles[0].Role.ContainerPath), ("role", names)));
            return "";
        }
        if (fit.Refusal(field) is { } refusal)
        {
            notes.Add(refusal with { Evidence = $"{manifest.Where(roles[0].Role.ContainerPath + ".resources.limits")}: {refusal.Evidence}" });
            return "";
        }
        var sku = fit.Chosen!.Sku;
        notes.Add(ManifestKinds.SkuFromLimits.At(field, fit.Arithmetic, ("role", names), ("sku", sku.Type), ("region", context.Region)));
        Headroom(fit.Need, sku, names, field, notes);
        return sku.Type;
    }

    private static string FromAnnotation(
        TrainingManifest manifest, List<Asked> roles, string annotation, SkuFit? fit, PreflightContext context, List<Finding> notes)
    {
        var (names, field) = (Names(roles), Field(roles));
        var path = roles[0].Role.Annotations.ContainsKey(ManifestImport.SkuAnnotation) ? $"{roles[0].Role.Path}.template.metadata.annotations" : "metadata.annotations";
        notes.Add(ManifestKinds.SkuFromAnnotation.At(field,
            $"{manifest.Where($"{path}.{ManifestImport.SkuAnnotation}")}: {annotation}", ("role", names), ("sku", annotation)));
        if (fit is null || context.Skus.Find(annotation) is not { } sku)
            return annotation;
        var shortfall = Shortfall.Of(sku, fit.Need);
        if (!shortfall.Fits)
            notes.Add(ManifestKinds.SkuTooSmall.At(field, $"needs {fit.Need}; {SkuFit.Shape(sku)}",
                ("role", names), ("sku", annotation), ("lacks", string.Join(", ", shortfall.Reasons)), ("fitting", fit.Chosen?.Sku.Type ?? "a type that is not known here")));
        else
            Headroom(fit.Need, sku, names, field, notes);
        return annotation;
    }

    private static void Headroom(ComputeLimits need, Sku sku, string names, string field, List<Finding> notes)
    {
        if (need.MemoryGib is { } memory && memory == sku.MemoryGib)
            notes.Add(ManifestKinds.NoHeadroom.At(field, $"needs {need}; {SkuFit.Shape(sku)}", ("role", names), ("sku", sku.Type)));
    }

    private static ComputeLimits Need(TrainingManifest manifest, ManifestRole role, int index, List<Finding> notes)
    {
        var fromRequests = role.Limits.Count == 0 && role.Requests.Count > 0;
        var path = $"{role.ContainerPath}.resources.{(fromRequests ? "requests" : "limits")}";
        if (fromRequests)
            notes.Add(ManifestKinds.Requests.At($"roles[{index}].sku", manifest.Where(path), ("role", role.Type)));
        var (gpu, vcpu, memory) = (0, (decimal?)null, (decimal?)null);
        foreach (var (resource, text) in fromRequests ? role.Requests : role.Limits)
        {
            if (resource is not ("cpu" or "memory") && !resource.EndsWith("/gpu", StringComparison.Ordinal))
            {
                notes.Add(ManifestImport.Ignored(manifest, $"{path}.{resource}"));
                continue;
            }
            var amount = Quantity.Parse(text);
            var isGpu = resource is not ("cpu" or "memory");
            if (amount is null || isGpu && (amount != decimal.Truncate(amount.Value) || amount > int.MaxValue))
                notes.Add(ManifestKinds.BadQuantity.At($"roles[{index}].sku", $"{manifest.Where($"{path}.{resource}")}: {resource}: {text}", ("value", text), ("resource", resource)));
            else if (isGpu)
                gpu = (int)amount;
            else if (resource == "cpu")
                vcpu = amount;
            else
                memory = Quantity.Gib(text);
        }
        return new ComputeLimits(gpu, vcpu, memory);
    }

    private static string? Annotation(TrainingManifest manifest, ManifestRole role) =>
        role.Annotations.GetValueOrDefault(ManifestImport.SkuAnnotation) ?? manifest.Annotations.GetValueOrDefault(ManifestImport.SkuAnnotation);

    private static string Names(List<Asked> roles) => string.Join(", ", roles.Select(role => role.Role.Type));

    private static string Field(List<Asked> roles) => $"roles[{roles[0].Index}].sku";

    private sealed record Asked(ManifestRole Role, int Index, ComputeLimits Need, string? Annotation);
}
