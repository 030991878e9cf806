using PaiConsole.Domain.Preflight;

namespace PaiConsole.Domain.Jobs.Sweeps;

/// <summary>What can be wrong with a sweep as a whole; each of its jobs is checked like any other besides.</summary>
public static class SweepKinds
{
    internal static readonly FindingKind Empty = new(
        "sweep-empty", Severity.Error, "Nothing changes from job to job.", "Name a parameter and give it at least two values.");
    internal static readonly FindingKind Both = new(
        "sweep-both", Severity.Error, "A sweep has either a grid or a list, not both.", "Take out parameters or points.");
    internal static readonly FindingKind TooMany = new(
        "sweep-too-many", Severity.Error, "These are {count} jobs; a sweep has at most {most}.", "Take out values, or make several sweeps.");
    internal static readonly FindingKind TooWide = new(
        "sweep-too-wide", Severity.Error, "A sweep has at most {most} parameters whose names have at most {longest} characters together.", "Take out a parameter.");
    internal static readonly FindingKind Name = new(
        "sweep-name", Severity.Error, "{name} is neither an option such as --learning_rate, nor sku or count, nor the name of an environment variable.",
        "Write --name for an option of the command, NAME for a variable.");
    internal static readonly FindingKind NameTwice = new("sweep-name-twice", Severity.Error, "The parameter {name} is given twice.", "Put all its values into one.");
    internal static readonly FindingKind NoValues = new("sweep-no-values", Severity.Error, "The parameter {name} has no values.", "Give it at least one.");
    internal static readonly FindingKind Value = new("sweep-value", Severity.Error, "{value} is no value for {name}.", "Give a whole number from 1.");
    internal static readonly FindingKind Twice = new("sweep-twice", Severity.Error, "The jobs {first} and {second} are the same: {values}.", "Take one of them out.");
    internal static readonly FindingKind Uneven = new(
        "sweep-uneven", Severity.Error, "Job {member} does not say what {name} is.", "Give every combination the same parameters.");
    internal static readonly FindingKind NewOption = new(
        "sweep-new-option", Severity.Warning, "The command has no option {name}: it is added at its end.", "Check its spelling; a script that does not know it exits at once.");
    internal static readonly FindingKind SameOutput = new(
        "sweep-same-output", Severity.Warning, "Several jobs write to the same place, {path}: they overwrite each other's results.",
        "Put {member} into the path; each job has its number there.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FindingKind> All { get; } =
        [Empty, Both, TooMany, TooWide, Name, NameTwice, NoValues, Value, Twice, Uneven, NewOption, SameOutput];
}
