using System.Globalization;
using PaiConsole.Domain.Jobs.Comparing;
using PaiConsole.Engine.Jobs.Comparing;

namespace PaiConsole.Web.Api.Views;

/// <summary>Several jobs side by side.</summary>
/// <param name="Jobs">The jobs, in the order asked for.</param>
/// <param name="Missing">Ids that no job has.</param>
/// <param name="Fields">What they were asked to be: only what differs, unless all was asked for.</param>
/// <param name="Measures">How they go: queued and ran in seconds, cost in main units, loss, step, gpu and gpuMemoryPeak in percent.</param>
/// <param name="CostToDate">The sum of their costs; null where nothing is known.</param>
/// <param name="CostIsLowerBound">Some of it has no known price.</param>
/// <param name="Unreadable">Ids of the jobs of which something could not be read from the cloud now.</param>
/// <param name="AsOf">When the cloud was last read whole, by the cloud's clock.</param>
public sealed record ComparisonView(
    IReadOnlyList<JobView> Jobs, IReadOnlyList<string> Missing, IReadOnlyList<ComparedFieldView> Fields, IReadOnlyList<MeasureView> Measures,
    MoneyView? CostToDate, bool CostIsLowerBound, IReadOnlyList<string> Unreadable, DateTimeOffset? AsOf)
{
    internal static ComparisonView From(Comparison known, ComparedInCloud cloud, bool all, DateTimeOffset now) => new(
        [.. known.Jobs.Select(job => new JobView(job, now, known.Look.AsOf))], known.Missing,
        [.. known.Fields.Where(field => all || field.Differs).Select(field => new ComparedFieldView(field.Group.ToString().ToLowerInvariant(), field.Name, field.Values, field.Differs))],
        [.. known.Measures.Concat(cloud.Measures).Select(measure => new MeasureView(measure.Key, measure.Better.ToString().ToLowerInvariant(), measure.Values, [.. Enumerable.Range(0, measure.Values.Count).Where(measure.IsBest).Select(at => known.Jobs[at].Id)]))],
        MoneyView.From(known.Cost), known.CostIsLowerBound, cloud.Unreadable, known.Look.AsOf);

    /// <summary>As a table for a spreadsheet: a column for each job.</summary>
    internal static string Csv(Comparison known, ComparedInCloud cloud, bool all) => CsvText.Of(
    [
        ["", .. known.Jobs.Select(job => job.Name)],
        ["id", .. known.Jobs.Select(job => job.Id)],
        ["status", .. known.Jobs.Select(job => job.StatusWord)],
        .. known.Fields.Where(field => all || field.Differs).Select(field => (IEnumerable<string?>)[field.Name, .. field.Values]),
        .. known.Measures.Concat(cloud.Measures).Select(measure => (IEnumerable<string?>)[measure.Key == "cost" ? $"cost {known.Currency}" : measure.Key, .. measure.Values.Select(value => value?.ToString(CultureInfo.InvariantCulture))]),
    ]);
}

/// <summary>One field of several jobs.</summary>
/// <param name="Group"><c>spec</c>, <c>option</c> or <c>env</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Values">One for each job; null where it has none.</param>
/// <param name="Differs">Not all are the same.</param>
public sealed record ComparedFieldView(string Group, string Name, IReadOnlyList<string?> Values, bool Differs);

/// <summary>A figure of several jobs.</summary>
/// <param name="Key">What.</param>
/// <param name="Better"><c>less</c>, <c>more</c> or <c>unknown</c>.</param>
/// <param name="Values">One for each job; null where it is unknown.</param>
/// <param name="Best">Ids of the jobs with the best value.</param>
public sealed record MeasureView(string Key, string Better, IReadOnlyList<decimal?> Values, IReadOnlyList<string> Best);
