using PaiConsole.Domain.Compute;
using PaiConsole.Domain.Preflight;

namespace PaiConsole.Domain.Jobs.Manifests;

/// <summary>How the instance type of roles with the same limits was found.</summary>
/// <param name="Roles">The roles' names.</param>
/// <param name="Fit">What was weighed.</param>
public sealed record RoleFit(IReadOnlyList<string> Roles, SkuFit Fit);

/// <summary>A manifest as a job spec, with everything that was assumed on the way.</summary>
/// <param name="Spec">The spec, as far as it could be made. What could not be concluded is left empty, to be filled in by a person.</param>
/// <param name="Assumptions">What the translation assumed or could not do. They hold for the manifest, whatever is edited afterwards.</param>
/// <param name="Findings">The assumptions and, of <see cref="JobPreflight"/>, what is wrong with the spec itself; errors first.</param>
/// <param name="Fits">How the instance types were chosen.</param>
public sealed record JobImport(
    JobSpec Spec, IReadOnlyList<Finding> Assumptions, IReadOnlyList<Finding> Findings, IReadOnlyList<RoleFit> Fits);
