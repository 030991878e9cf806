using System.Globalization;
using Microsoft.AspNetCore.Components;
using PaiConsole.Domain.Jobs;
using PaiConsole.Engine.Listing;
using PaiConsole.Web.Shared;

namespace PaiConsole.Web.Jobs;

/// <summary>Where the time of a job went: the cloud's wait, getting ready, the run itself, and restarts.</summary>
public sealed partial class TimesCard
{
    private JobTimes _times = new([]);

    /// <summary>Its states, oldest first.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<StateSpan> Spans { get; set; } = [];

    // The part that lasts grows with the cloud's clock.
    [CascadingParameter] private Now Now { get; set; } = default!;

    private bool IsGuessed => Spans.Any(span => !span.IsFromCloud);

    /// <inheritdoc/>
    protected override void OnParametersSet() =>
        _times = JobTimes.Of(Spans.Select(span => new JobStretch(span.StatusWord, span.From, span.To)), Now.At);

    private string Share(TimeSpan length)
    {
        var whole = _times.Parts.Sum(part => part.Value.TotalSeconds);
        return (length.TotalSeconds / whole).ToString("P0", CultureInfo.CurrentCulture);
    }

    private static string Class(JobTimeOwner owner) => owner.ToString().ToLowerInvariant();
}
