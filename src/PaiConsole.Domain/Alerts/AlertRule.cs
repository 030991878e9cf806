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
    /// <summary>Submit it once more, from its newest complete checkpoint.</summary>
    Resume,
}

/// <summary>Which money an alert tells.</summary>
public enum AlertMoney
{
    /// <summary>None.</summary>
    None,
    /// <summary>What goes to waste from an instant on.</summary>
    Wasted,
    /// <summary>What the object has cost up to now.</summary>
    Spent,
}

/// <summary>What is said of a rule, whatever it watches. Rules with one topic share one alert per object; the highest rank names it.</summary>
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
    /// <summary>Which money it tells.</summary>
    AlertMoney Money { get; }
}

/// <summary>A rule that watches objects of one kind.</summary>
/// <typeparam name="TWatch">What it looks at in one of them.</typeparam>
public interface IAlertRule<in TWatch> : IAlertRule
{
    /// <summary>What it sees.</summary>
    AlertReading Read(TWatch watched, AlertSettings settings, DateTimeOffset now);
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
