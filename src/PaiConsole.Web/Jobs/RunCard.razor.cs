using System.Globalization;
using Microsoft.AspNetCore.Components;
using PaiConsole.Domain.Jobs.Resumption;
using PaiConsole.Domain.Operations;
using PaiConsole.Engine.Resumption;
using PaiConsole.Web.Shared;

namespace PaiConsole.Web.Jobs;

/// <summary>A run over one or more jobs: when its machines were taken, where it went on, and what that cost.</summary>
public sealed partial class RunCard
{
    /// <summary>The run.</summary>
    [Parameter, EditorRequired] public JobRun Run { get; set; } = default!;
    /// <summary>The job whose page this is.</summary>
    [Parameter, EditorRequired] public string JobId { get; set; } = "";

    // Spot costs less than the list price by an amount that nobody tells.
    private bool IsCeiling => Run.Jobs.Any(job => job.Row.Cost.IsUpperBound);

    private int Times => Run.ResumesLeft + Run.Jobs.Max(job => job.Attempt) - 1;

    private string Name(string id) => Run.Jobs.FirstOrDefault(job => job.Row.Id == id)?.Row.Name ?? id;

    private string Waiting() =>
        Run.Resume is { Status: OperationStatus.Requested or OperationStatus.Sent } ? J["Run.Waiting.Asked"]
        : Run.Resume is { Error.Message: { } message } ? J["Run.Waiting.Failed", message]
        : Run.ResumesLeft > 0 ? J["Run.Waiting.Due"]
        : J["Run.Waiting.None"];

    private IEnumerable<Moment> Moments(Interruption one)
    {
        if (one.WarnedAt is { } warned)
            yield return new("warned", "attention", "warn", J["Run.Warned", L.Exact(one.ReclaimedAt - warned)], warned);
        else if (Run.AreNoticesKnown)
            yield return new("warned", "info", "quiet", J["Run.NotWarned"], null);
        yield return new("reclaimed", "failed", "bad", J["Run.Taken"], one.ReclaimedAt);
        if (one.RequeuedAt is { } requeued)
            yield return new("requeued", "clock", "", one.NextJobId == one.JobId ? J["Run.Requeued"] : J["Run.RequeuedAs", Name(one.NextJobId!)], requeued);
        if (one.ResumedAt is { } resumed)
            yield return new("resumed", "succeeded", "good", one.FromStep switch
            {
                null => J["Run.Resumed"],
                0 => J["Run.ResumedAtZero"],
                { } step => J["Run.ResumedFrom", step.ToString("N0", CultureInfo.InvariantCulture)],
            }, resumed);
    }

    private string Price(Interruption one)
    {
        var lost = one.Lost is { } time ? J["Run.LostOf", L.Exact(time)].Value : J["Run.LostUnknown"].Value;
        return one.Waited is { } waited ? $"{lost} · {J["Run.Waited", L.Exact(waited)]}" : lost;
    }

    private sealed record Moment(string Id, string Icon, string Look, string Text, DateTimeOffset? At);
}
