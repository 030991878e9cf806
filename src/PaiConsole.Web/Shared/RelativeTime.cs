using System.Globalization;
using Microsoft.Extensions.Localization;
using PaiConsole.Web.Resources;

namespace PaiConsole.Web.Shared;

/// <summary>Says spans and instants in words.</summary>
public static class RelativeTime
{
    /// <summary>"40 s", "12 min", "3 h", "2 d": one unit, rounded down.</summary>
    public static string Coarse(this IStringLocalizer<SharedWords> words, TimeSpan span) => span.Duration() switch
    {
        { TotalSeconds: < 60 } s => words["Time.S", (int)s.TotalSeconds],
        { TotalMinutes: < 60 } s => words["Time.M", (int)s.TotalMinutes],
        { TotalHours: < 48 } s => words["Time.H", (int)s.TotalHours],
        var s => words["Time.D", (int)s.TotalDays],
    };

    /// <summary>"40 s", "12 min 5 s", "3 h 12 min", "2 d 4 h": two units.</summary>
    public static string Exact(this IStringLocalizer<SharedWords> words, TimeSpan span) => span.Duration() switch
    {
        { TotalSeconds: < 60 } s => words["Time.S", (int)s.TotalSeconds],
        { TotalMinutes: < 60 } s => words["Time.MS", s.Minutes, s.Seconds],
        { TotalHours: < 48 } s => words["Time.HM", (int)s.TotalHours, s.Minutes],
        var s => words["Time.DH", (int)s.TotalDays, s.Hours],
    };

    /// <summary>How long since, as <see cref="Coarse"/>; nothing for what is yet to come.</summary>
    public static string Age(this IStringLocalizer<SharedWords> words, DateTimeOffset since, DateTimeOffset now) =>
        words.Coarse(now > since ? now - since : TimeSpan.Zero);

    /// <summary>"3 h ago", "in 5 min", "now" within ten seconds.</summary>
    public static string Relative(this IStringLocalizer<SharedWords> words, DateTimeOffset at, DateTimeOffset now)
    {
        var age = now - at;
        if (age.Duration() < TimeSpan.FromSeconds(10))
            return words["Time.Now"];
        return words[age > TimeSpan.Zero ? "Time.Ago" : "Time.In", words.Coarse(age)];
    }

    /// <summary>"2026-11-24 10:04:12 UTC": the same in every language, and sortable.</summary>
    public static string Stamp(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>"10:04:12", UTC.</summary>
    public static string Clock(DateTimeOffset at) => at.UtcDateTime.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
}
