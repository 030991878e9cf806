namespace PaiConsole.Domain.Jobs.Comparing;

/// <summary>Where a compared field comes from.</summary>
public enum FieldGroup
{
    /// <summary>What the job was asked to be.</summary>
    Spec,
    /// <summary>An option of its command.</summary>
    Option,
    /// <summary>An environment variable.</summary>
    Env,
}

/// <summary>One field of several jobs.</summary>
/// <param name="Group">Where it comes from.</param>
/// <param name="Name">Its name: of a spec field a stable word, of an option with its dashes.</param>
/// <param name="Values">One for each job; null where the job has none.</param>
public sealed record ComparedField(FieldGroup Group, string Name, IReadOnlyList<string?> Values)
{
    /// <summary>Not all jobs have the same value.</summary>
    public bool Differs => Values.Distinct(StringComparer.Ordinal).Skip(1).Any();
}
