using PaiConsole.Domain.Notebooks.Idleness;

namespace PaiConsole.Domain.Alerts;

/// <summary>How much it matters.</summary>
public enum AlertSeverity
{
    /// <summary>Good to know.</summary>
    Info,
    /// <summary>Costs money or data if nobody acts.</summary>
    Warning,
    /// <summary>Costs money or data right now.</summary>
    Critical,
}

/// <summary>What a button can do about it.</summary>
public enum AlertFix
{
    /// <summary>Nothing but looking at it.</summary>
    Open,
    /// <summary>Stop it.</summary>
    Stop,
    /// <summary>Give it an idle rule.</summary>
    IdleRule,
    /// <summary>Start it.</summary>
    Start,
}

/// <summary>A rule that watches one object. Rules with one topic share one alert per object; the highest rank names it.</summary>
public interface IAlertRule
{
    /// <summary>Stable word, such as <c>gpu-idle</c>.</summary>
    string Id { get; }
    /// <summary>What it is about: at most one alert per topic and object is open.</summary>
    string Topic { get; }
    /// <summary>Within a topic the higher one speaks.</summary>
    int Rank { get; }
    /// <summary>How much it matters.</summary>
    AlertSeverity Severity { get; }
    /// <summary>How long the condition must hold before an alert opens.</summary>
    TimeSpan For(AlertSettings settings);
    /// <summary>How long it must have been over before the alert closes: a short use must not make two alerts of one.</summary>
    TimeSpan ClearFor { get; }
    /// <summary>What its button does.</summary>
    AlertFix Fix { get; }
    /// <summary>What it sees.</summary>
    AlertReading Read(NotebookWatch notebook, AlertSettings settings, DateTimeOffset now);
}

/// <summary>What a rule sees in an object.</summary>
/// <param name="Verdict">Whether its condition holds.</param>
/// <param name="Since">Since when.</param>
/// <param name="CountsFrom">From when on the money is wasted; null where no money is.</param>
/// <param name="Severity">How much it matters, where that is not as the rule says.</param>
/// <param name="SeenTo">How far it is known to hold, where that is not up to now.</param>
/// <param name="For">How long it must hold, where that is not as the rule says.</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
public readonly record struct AlertReading(
    AlertVerdict Verdict, DateTimeOffset? Since = null, DateTimeOffset? CountsFrom = null, AlertSeverity? Severity = null, DateTimeOffset? SeenTo = null, TimeSpan? For = null)
{
    /// <summary>It does not hold.</summary>
    public static AlertReading Clear { get; }
    /// <summary>It is over for good, such as when the object was stopped: no waiting.</summary>
    public static AlertReading Over { get; } = new(AlertVerdict.Over);
    /// <summary>Nobody can tell: an alert neither opens nor closes.</summary>
    public static AlertReading Unknown { get; } = new(AlertVerdict.Unknown);
    /// <summary>It holds.</summary>
    public static AlertReading Holds(DateTimeOffset since, DateTimeOffset? countsFrom = null) => new(AlertVerdict.Holds, since, countsFrom);
}

/// <summary>Whether a condition holds.</summary>
public enum AlertVerdict
{
    /// <summary>No.</summary>
    Clear,
    /// <summary>No, and it cannot come back by itself.</summary>
    Over,
    /// <summary>Yes.</summary>
    Holds,
    /// <summary>Nobody can tell.</summary>
    Unknown,
}

/// <summary>What a team has set.</summary>
public sealed record AlertSettings
{
    /// <summary>A GPU may idle so long before somebody is told.</summary>
    public TimeSpan IdleFor { get; init; } = TimeSpan.FromMinutes(30);
    /// <summary>A GPU may run so long with nothing that stops it.</summary>
    public TimeSpan NoRuleFor { get; init; } = TimeSpan.FromMinutes(15);
    /// <summary>And so long after work.</summary>
    public TimeSpan AfterHoursFor { get; init; } = TimeSpan.FromHours(1);
    /// <summary>The wipe of a disk is told so long before.</summary>
    public TimeSpan DiskWarning { get; init; } = TimeSpan.FromDays(3);
    /// <summary>When people work.</summary>
    public Costs.WorkHours Hours { get; init; } = Costs.WorkHours.Usual;
    /// <summary>Where: region id.</summary>
    public string Region { get; init; } = "cn-shanghai";
}

/// <summary>What rules look at in a notebook.</summary>
public sealed record NotebookWatch
{
    /// <summary>The cloud's status.</summary>
    public required Notebooks.NotebookStatus Status { get; init; }
    /// <summary>Since when; for one that runs, since when its machine has been held.</summary>
    public required DateTimeOffset StatusSince { get; init; }
    /// <summary>When it was held last; null where the console has not seen that.</summary>
    public DateTimeOffset? HeldUntil { get; init; }
    /// <summary>Instance type; null on a quota.</summary>
    public string? Sku { get; init; }
    /// <summary>Minutes of its idle rule; null without one.</summary>
    public int? IdleRuleMinutes { get; init; }
    /// <summary>It holds a GPU when running.</summary>
    public bool HasGpu { get; init; }
    /// <summary>The cloud no longer has it.</summary>
    public bool IsGone { get; init; }
    /// <summary>Its idle rule, a timer of the next three days or a policy will stop it; null where nobody knows.</summary>
    public bool? IsStoppedByItself { get; init; }
    /// <summary>How far idleness was judged.</summary>
    public IdleState Idle { get; init; }
    /// <summary>Its figures are recent enough to judge.</summary>
    public bool IsIdleKnown { get; init; }

    /// <summary>Its machine is held and billed, or nobody can tell.</summary>
    public bool MayBeHeld => !IsGone && (Status == Notebooks.NotebookStatus.Unknown || Notebooks.NotebookStates.IsBilled(Status));
}
