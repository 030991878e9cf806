using PaiConsole.Domain;
using PaiConsole.Domain.Jobs.Comparing;
using PaiConsole.Engine.Listing;

namespace PaiConsole.Engine.Jobs.Comparing;

/// <summary>Several jobs side by side.</summary>
/// <param name="Jobs">The jobs, in the order asked for.</param>
/// <param name="Missing">Ids that no job has.</param>
/// <param name="Fields">Every field that at least one of them has.</param>
/// <param name="Measures">Queue time and run time in seconds, cost in main units of <paramref name="Currency"/>.</param>
/// <param name="Cost">What they have cost together; null where nothing is known.</param>
/// <param name="CostIsLowerBound">Some of it has no known price.</param>
/// <param name="Currency">Of the costs.</param>
/// <param name="Look">How fresh the data is.</param>
public sealed record Comparison(
    IReadOnlyList<JobRow> Jobs, IReadOnlyList<string> Missing, IReadOnlyList<ComparedField> Fields, IReadOnlyList<Measure> Measures,
    Money? Cost, bool CostIsLowerBound, string Currency, Freshness Look);

/// <summary>What only the cloud knows of the compared jobs.</summary>
/// <param name="Measures">Mean GPU use and peak of GPU memory in percent, last logged loss and step.</param>
/// <param name="Unreadable">Ids of the jobs of which something could not be read now.</param>
public sealed record ComparedInCloud(IReadOnlyList<Measure> Measures, IReadOnlyList<string> Unreadable);
