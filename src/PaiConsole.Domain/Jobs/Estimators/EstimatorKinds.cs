using PaiConsole.Domain.Preflight;

namespace PaiConsole.Domain.Jobs.Estimators;

/// <summary>What can be said about an Estimator call: faults of its text, and assumptions of the translation.</summary>
public static class EstimatorKinds
{
    /// <summary>No call.</summary>
    public static FindingKind NoCall { get; } = new("estimator-no-call", Severity.Error, "There is no Estimator(…) in this text.", "Paste the call with its arguments.");
    /// <summary>The text is broken, or computes something.</summary>
    public static FindingKind Syntax { get; } = new("estimator-syntax", Severity.Error, "{what} is not a plain value: only texts, numbers, True, False, None, lists and dictionaries are read, and nothing is run.", "Write the value out.");
    /// <summary>Of another kind than expected.</summary>
    public static FindingKind Shape { get; } = new("estimator-shape", Severity.Error, "{name} must be {expected}.", "Change it to {expected}.");
    /// <summary>An argument without counterpart.</summary>
    public static FindingKind Ignored { get; } = new("estimator-ignored", Severity.Warning, "{name} has no counterpart here and is ignored.");
    /// <summary>Longer than it may be.</summary>
    public static FindingKind TooLong { get; } = new("estimator-too-long", Severity.Error, "The text has {size} characters; at most {limit} are read.", "Paste the call alone.");
    /// <summary>Translated.</summary>
    public static FindingKind Translated { get; } = new("estimator-translated", Severity.Info, "The SDK would make a PaiStudio training job of this; here it becomes a DLC job, with the hyperparameters as arguments of the command.");
    /// <summary>Channels as mounts.</summary>
    public static FindingKind Channel { get; } = new("estimator-channel", Severity.Info, "The channel {name} is mounted at {path}, where the SDK puts it.");
    /// <summary>The source is on somebody's own disk.</summary>
    public static FindingKind LocalSource { get; } = new("estimator-source-local", Severity.Warning, "{path} is a folder on your own disk: the SDK uploads it, a job does not.", "Upload it to a bucket or register it as a code set, and mount that.");
    /// <summary>The source is mounted.</summary>
    public static FindingKind Source { get; } = new("estimator-source", Severity.Info, "{path} is mounted at {mount}, and the command starts there.");
    /// <summary>spot_instance.</summary>
    public static FindingKind SpotTerms { get; } = new("estimator-spot", Severity.Info, "spot_instance is no argument of the real SDK, which takes spot_spec; the job asks for spot at up to the list price.", "Set a lower limit if you would rather wait.");
    /// <summary>No name.</summary>
    public static FindingKind Named { get; } = new("estimator-name", Severity.Info, "The call names no job; {name} is taken.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FindingKind> All { get; } =
        [NoCall, Syntax, Shape, Ignored, TooLong, Translated, Channel, LocalSource, Source, SpotTerms, Named];
}
