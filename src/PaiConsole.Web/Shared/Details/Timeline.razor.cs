using Microsoft.AspNetCore.Components;
using PaiConsole.Engine.Listing;

namespace PaiConsole.Web.Shared.Details;

/// <summary>How an object got here: a strip to scale, and the newest stretches with their reasons, newest first.</summary>
public sealed partial class Timeline
{
    private const int Few = 8;
    private bool _all;

    /// <summary>Oldest first.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<StateSpan> Spans { get; set; } = [];

    [CascadingParameter] private Now Now { get; set; } = default!;

    private TimeSpan Length(StateSpan span)
    {
        var length = (span.To ?? Now.At) - span.From;
        return length > TimeSpan.Zero ? length : TimeSpan.Zero;
    }

    private IEnumerable<StateSpan> Shown() => Spans.Reverse().Take(_all ? int.MaxValue : Few);

    // The square root keeps a minute of queueing visible beside a week of running.
    private IEnumerable<(StateSpan Span, TimeSpan Length, double Weight)> Parts() => Spans
        .Skip(Math.Max(0, Spans.Count - 60))
        .Select(span => (span, Length(span), Math.Sqrt(Length(span).TotalSeconds) + 1));
}
