namespace PaiConsole.Domain.Alerts;

/// <summary>An alert that is open, as far as deciding needs it.</summary>
/// <param name="RuleId">The rule that speaks.</param>
/// <param name="ClearSince">Since when no rule of the topic holds any more; null while one does.</param>
public readonly record struct OpenAlert(string RuleId, DateTimeOffset? ClearSince);

/// <summary>What becomes of the alert of one topic on one object.</summary>
public enum AlertStep
{
    /// <summary>As it was.</summary>
    Keep,
    /// <summary>An alert opens.</summary>
    Open,
    /// <summary>The open alert is told by another rule, or from another time on.</summary>
    Change,
    /// <summary>Nothing holds any more; it stays open until that has lasted.</summary>
    Clearing,
    /// <summary>It closes.</summary>
    Resolve,
}

/// <summary>A decision and what it rests on.</summary>
/// <param name="Step">What becomes of it.</param>
/// <param name="Rule">The rule that speaks; null where none holds.</param>
/// <param name="Reading">What it saw.</param>
public readonly record struct AlertDecision(AlertStep Step, IAlertRule? Rule = null, AlertReading Reading = default)
{
    /// <summary>How much it matters.</summary>
    public AlertSeverity Severity => Reading.Severity ?? Rule?.Severity ?? AlertSeverity.Info;
}

/// <summary>Decides over alerts: one opens once, says the worst of its topic, and closes once.</summary>
public static class AlertDesk
{
    /// <summary>Decides over one topic of one object.</summary>
    /// <param name="open">The alert that is open, or null.</param>
    /// <param name="rules">The rules of the topic.</param>
    /// <param name="watched">What they look at.</param>
    /// <param name="settings">What the team has set.</param>
    /// <param name="now">Cloud time.</param>
    public static AlertDecision Decide<TWatch>(
        OpenAlert? open, IReadOnlyList<IAlertRule<TWatch>> rules, TWatch watched, AlertSettings settings, DateTimeOffset now)
    {
        var readings = rules.Select(rule => (Rule: rule, Reading: rule.Read(watched, settings, now))).OrderByDescending(pair => pair.Rule.Rank).ToList();
        var speaking = readings.FirstOrDefault(pair => pair.Reading is { Verdict: AlertVerdict.Holds, Since: { } since } && (pair.Reading.SeenTo < now ? pair.Reading.SeenTo.Value : now) - since >= (pair.Reading.For ?? pair.Rule.For(settings)));
        if (open is not { } alert)
            return speaking.Rule is null ? new AlertDecision(AlertStep.Keep) : new AlertDecision(AlertStep.Open, speaking.Rule, speaking.Reading);

        var (told, seen) = readings.FirstOrDefault(pair => pair.Rule.Id == alert.RuleId);
        if (told is null || speaking.Rule?.Rank > told.Rank)
            return Settle(speaking);
        return seen.Verdict switch
        {
            // Also when it began again a moment ago: one that is told stays told until it has been over for a while.
            AlertVerdict.Holds => new AlertDecision(AlertStep.Change, told, seen),
            AlertVerdict.Unknown => new AlertDecision(AlertStep.Keep, told),
            AlertVerdict.Clear when alert.ClearSince is null && told.ClearFor > TimeSpan.Zero => new AlertDecision(AlertStep.Clearing, told),
            AlertVerdict.Clear when now - alert.ClearSince < told.ClearFor => new AlertDecision(AlertStep.Keep, told),
            _ => Settle(speaking),
        };

        static AlertDecision Settle((IAlertRule<TWatch>? Rule, AlertReading Reading) next) => next.Rule is null
            ? new AlertDecision(AlertStep.Resolve)
            : new AlertDecision(AlertStep.Change, next.Rule, next.Reading);
    }
}
