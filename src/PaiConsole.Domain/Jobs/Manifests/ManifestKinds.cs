using PaiConsole.Domain.Preflight;

namespace PaiConsole.Domain.Jobs.Manifests;

/// <summary>What can be said about a manifest: faults of the document, and assumptions of the translation.</summary>
public static class ManifestKinds
{
    /// <summary>The document is bigger than 256 KB.</summary>
    public static FindingKind TooLarge { get; } = new("manifest-too-large", Severity.Error, "The document has {size} bytes; at most {limit} are read.", "Send one job per document.");
    /// <summary>The document nests deeper than 32 levels.</summary>
    public static FindingKind TooDeep { get; } = new("manifest-too-deep", Severity.Error, "The document nests deeper than {limit} levels.", "Flatten it; a job needs about 12.");
    /// <summary>No YAML.</summary>
    public static FindingKind Syntax { get; } = new("manifest-syntax", Severity.Error, "The document is not valid YAML: {problem}", "Correct that line.");
    /// <summary>Nothing in it.</summary>
    public static FindingKind Empty { get; } = new("manifest-empty", Severity.Error, "The document is empty.", "Paste a PyTorchJob manifest.");
    /// <summary>More than one document.</summary>
    public static FindingKind SeveralDocuments { get; } = new("manifest-several-documents", Severity.Error, "The text holds more than one document; the first alone is read.", "Send one job per document.");
    /// <summary>An anchor or alias.</summary>
    public static FindingKind Alias { get; } = new("manifest-alias", Severity.Error, "Anchors and aliases are not taken: {name}.", "Write the value out.");
    /// <summary>A tag.</summary>
    public static FindingKind Tag { get; } = new("manifest-tag", Severity.Error, "Tags are not taken: {tag}.", "Leave the tag out.");
    /// <summary>A key twice in one map.</summary>
    public static FindingKind DuplicateKey { get; } = new("manifest-duplicate-key", Severity.Error, "{path} occurs twice.", "Keep one of them.");
    /// <summary>A value of another kind than expected.</summary>
    public static FindingKind Shape { get; } = new("manifest-shape", Severity.Error, "{path} must be {expected}.", "Change it to {expected}.");
    /// <summary>A value that a job cannot do without.</summary>
    public static FindingKind Missing { get; } = new("manifest-missing", Severity.Error, "{path} is missing.", "Add it.");
    /// <summary>A field that means nothing to DLC.</summary>
    public static FindingKind Ignored { get; } = new("manifest-field-ignored", Severity.Warning, "{path} has no counterpart in DLC and is ignored.");
    /// <summary>More containers than one.</summary>
    public static FindingKind Containers { get; } = new("manifest-one-container", Severity.Error, "{path} lists {count} containers; a DLC pod runs one.", "Keep the one that trains.");

    /// <summary>Translated, not sent.</summary>
    public static FindingKind Translated { get; } = new("api-version-translated", Severity.Info, "DLC takes no {apiVersion} documents; this one is translated into a CreateJob request of type {type}.");
    /// <summary>An apiVersion that is not one of training jobs.</summary>
    public static FindingKind ApiVersion { get; } = new("api-version-unknown", Severity.Warning, "The apiVersion {apiVersion} is not one of training jobs; it is read as if it were.", "Use kubeflow.org/v1 or training.pai.alibaba.com/v1.");
    /// <summary>A kind that DLC has no job type for.</summary>
    public static FindingKind JobKind { get; } = new("manifest-kind", Severity.Error, "DLC has no job type for the kind {kind}.", "Use one of {known}.");
    /// <summary>namespace.</summary>
    public static FindingKind Namespace { get; } = new("namespace-ignored", Severity.Info, "DLC has no namespaces; {namespace} is ignored and the job goes to the chosen workspace.");
    /// <summary>activeDeadlineSeconds.</summary>
    public static FindingKind Deadline { get; } = new("deadline-translated", Severity.Info, "activeDeadlineSeconds becomes a longest running time of {minutes} minutes.");
    /// <summary>No master.</summary>
    public static FindingKind NoMaster { get; } = new("first-worker-is-master", Severity.Info, "There is no Master; the first Worker acts as one.");

    /// <summary>An instance type from the limits.</summary>
    public static FindingKind SkuFromLimits { get; } = new("sku-from-limits", Severity.Info, "{role}: {sku} is the cheapest known type in {region} that fits the limits.", "Name another with the annotation paiconsole/instance-type, or choose it in the form.");
    /// <summary>An instance type from the annotation.</summary>
    public static FindingKind SkuFromAnnotation { get; } = new("sku-from-annotation", Severity.Info, "{role}: {sku}, as the annotation says.");
    /// <summary>The annotated type is too small.</summary>
    public static FindingKind SkuTooSmall { get; } = new("sku-below-limits", Severity.Error, "{sku} does not offer what {role} asks for: {lacks}.", "Take {fitting}, or lower the limits.");
    /// <summary>Every byte is asked for.</summary>
    public static FindingKind NoHeadroom { get; } = new("sku-no-headroom", Severity.Info, "The limits of {role} take all the memory of {sku}; the system itself needs a little of it.", "If the job is refused or killed for memory, lower the limit a little.");
    /// <summary>Nothing to choose an instance type from.</summary>
    public static FindingKind NoLimits { get; } = new("limits-missing", Severity.Error, "{role} has neither limits nor an instance type.", "Add resources.limits, or the annotation paiconsole/instance-type.");
    /// <summary>requests instead of limits.</summary>
    public static FindingKind Requests { get; } = new("limits-from-requests", Severity.Info, "{role} has no limits; its requests are taken instead.");
    /// <summary>No quantity.</summary>
    public static FindingKind BadQuantity { get; } = new("quantity-invalid", Severity.Error, "{value} is not a quantity that can be used for {resource}.", "Write a number, such as 4, 500m or 256Gi; GPUs are whole.");

    /// <summary>A claim that is a dataset.</summary>
    public static FindingKind Claim { get; } = new("claim-resolved", Severity.Info, "The claim {claim} is the dataset {dataset}, mounted at {path}.");
    /// <summary>A claim that is nothing known.</summary>
    public static FindingKind UnknownClaim { get; } = new("claim-unknown", Severity.Error, "No dataset is called {claim}, so {path} would be empty.", "Register a dataset of that name, or use one of {known}.");
    /// <summary>A claim that could be several datasets.</summary>
    public static FindingKind AmbiguousClaim { get; } = new("claim-ambiguous", Severity.Warning, "Several datasets are called {claim}; {dataset} is taken.", "Check that it is the right one.");
    /// <summary>A volume that is no claim.</summary>
    public static FindingKind NotAClaim { get; } = new("volume-not-claim", Severity.Warning, "The volume {volume} is a {kind}, which DLC does not mount: {path} will be an ordinary folder of the container.", "Use a claim that names a dataset where the data matters.");
    /// <summary>A mount without volume.</summary>
    public static FindingKind NoVolume { get; } = new("mount-without-volume", Severity.Error, "The mount at {path} names the volume {volume}, which is not there.", "Add the volume, or correct the name.");
    /// <summary>subPath.</summary>
    public static FindingKind SubPath { get; } = new("mount-subpath-ignored", Severity.Warning, "The folder {subPath} is not picked out: {path} shows the whole dataset.", "Adapt the paths in the command, or register a dataset of that folder.");
    /// <summary>Mounts of one role appear in all.</summary>
    public static FindingKind SharedMounts { get; } = new("mounts-shared", Severity.Info, "DLC mounts the same data in every role; {path} was asked for by {roles} only.");
    /// <summary>The same mount twice.</summary>
    public static FindingKind MountTwice { get; } = new("mount-twice", Severity.Warning, "{role} mounts {path} twice; once is enough.", "Delete one of the two.");
    /// <summary>One path, two datasets.</summary>
    public static FindingKind MountConflict { get; } = new("mount-conflict", Severity.Error, "{path} is to show {one} in one place and {other} in another.", "Give each its own path.");

    /// <summary>An image found by its name.</summary>
    public static FindingKind ImageByName { get; } = new("image-by-name", Severity.Info, "The image {image} is registered as {uri}.");
    /// <summary>An image guessed from framework and versions.</summary>
    public static FindingKind ImageMatched { get; } = new("image-matched", Severity.Warning, "There is no image {image}; the nearest that is registered is taken, {name}.", "Check the versions, or choose another image.");
    /// <summary>An image that nothing comes near.</summary>
    public static FindingKind UnknownImage { get; } = new("image-unknown", Severity.Error, "The image {image} has no registry and no registered image comes near it.", "Give the full URI, or use one of {known}.");

    /// <summary>The command list as a shell command.</summary>
    public static FindingKind Command { get; } = new("command-joined", Severity.Info, "The command list is joined into one shell command, quoted where needed.");
    /// <summary>No command.</summary>
    public static FindingKind NoCommand { get; } = new("command-missing", Severity.Error, "{role} has no command; DLC does not run the one inside the image.", "Add the command.");
    /// <summary>Same command in all roles.</summary>
    public static FindingKind SameCommand { get; } = new("commands-same", Severity.Info, "{roles} run the same command, as they must: DLC takes one for all.");
    /// <summary>Other commands by role.</summary>
    public static FindingKind OtherCommand { get; } = new("commands-differ", Severity.Error, "{role} has another command than {first}, and DLC runs one command in all roles.", "Write one command that looks at $RANK.");
    /// <summary>$(NAME) as $NAME.</summary>
    public static FindingKind References { get; } = new("references-translated", Severity.Info, "{references} are written the Kubernetes way; the shell reads them as {shell}.");
    /// <summary>$(NAME) that nobody sets.</summary>
    public static FindingKind UnknownReference { get; } = new("reference-unset", Severity.Warning, "Nothing sets {name}, so {reference} stays as it is written.", "Set it in env, or use one that DLC sets: {known}.");
    /// <summary>workingDir as cd.</summary>
    public static FindingKind WorkingDir { get; } = new("working-dir-translated", Severity.Info, "workingDir becomes a cd to {path} before the command.");
    /// <summary>Other values by role.</summary>
    public static FindingKind EnvDiffers { get; } = new("env-differs", Severity.Error, "{name} has another value in {role} than in {first}, and DLC takes one for all roles.", "Use one value, or set it in the command by $RANK.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FindingKind> All { get; } =
        [.. typeof(ManifestKinds).GetProperties().Where(property => property.PropertyType == typeof(FindingKind)).Select(property => (FindingKind)property.GetValue(null)!)];
}
