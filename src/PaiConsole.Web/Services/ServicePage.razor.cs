using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Components;
using PaiConsole.Engine.Costs;
using PaiConsole.Engine.Services;
using PaiConsole.Web.Shared.Details;

namespace PaiConsole.Web.Services;

/// <summary>One service: identity, state and money; how it got here; its replicas, logs, events and configuration.</summary>
public sealed partial class ServicePage
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private int? _replicas;

    /// <summary>ServiceName.</summary>
    [Parameter] public string Name { get; set; } = "";

    [Inject] private ServiceQueries Queries { get; set; } = default!;
    [Inject] private ServiceVerbs Verbs { get; set; } = default!;
    [Inject] private PriceDesk Prices { get; set; } = default!;

    /// <inheritdoc/>
    protected override string Key => Name;

    private string Active => Tab ?? "overview";

    /// <inheritdoc/>
    protected override Task<ServiceDetail?> ReadAsync(string key, CancellationToken cancellation) => Queries.GetAsync(key, cancellation);

    private IReadOnlyList<Tab> Sections(ServiceDetail detail) =>
    [
        new("overview", L["Tab.Overview"]),
        new("replicas", V["Tab.Replicas"]),
        new("logs", L["Tab.Logs"]),
        new("events", L["Tab.Events"]),
        new("config", V["Tab.Config"]),
        new("operations", L["Tab.Operations"], detail.Operations.Count),
    ];

    private void Replicas(ChangeEventArgs change) =>
        _replicas = int.TryParse(change.Value as string, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    private async Task ScaleAsync(ServiceRow row)
    {
        if (_replicas is not { } wanted)
            return;
        await Verbs.ScaleAsync(row, wanted);
        _replicas = null;
    }

    private static string Pretty(string? json)
    {
        if (json is null)
            return "";
        using var document = JsonDocument.Parse(json);
        return JsonSerializer.Serialize(document.RootElement, Indented);
    }
}
