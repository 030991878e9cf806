namespace PaiConsole.Bench.Harness;

/// <summary>One goal of the product's speed, measured against a floor in the same run.</summary>
internal interface IBench
{
    /// <summary>The goal's name, such as <c>G1</c>.</summary>
    string Id { get; }

    /// <summary>Measures, and says what came out.</summary>
    Task RunAsync(Report report, CancellationToken ct);
}
