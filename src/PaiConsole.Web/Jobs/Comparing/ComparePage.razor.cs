using System.Globalization;
using Microsoft.AspNetCore.Components;
using PaiConsole.Domain;
using PaiConsole.Domain.Jobs.Comparing;
using PaiConsole.Engine.Jobs.Comparing;
using PaiConsole.Web.Shared;

namespace PaiConsole.Web.Jobs.Comparing;

/// <summary>Jobs side by side: what differs between them, how long they took, what they cost, and how far they have come.</summary>
public sealed partial class ComparePage
{
    private Comparison? _known;
    private ComparedInCloud? _cloud;
    private string? _read;
    private bool _all;

    /// <summary>JobIds, separated by commas.</summary>
    [SupplyParameterFromQuery(Name = "ids")] public string? Ids { get; set; }

    [Inject] private CompareQueries Compare { get; set; } = default!;

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (_read == (Ids ?? ""))
            return;
        _read = Ids ?? "";
        _cloud = null;
        _known = await Compare.OfAsync(_read.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), CancellationToken.None);
        // What the console knows is shown at once; the cloud may take its time.
        if (!RendererInfo.IsInteractive || _known.Jobs.Count < 2)
            return;
        StateHasChanged();
        var (asked, cloud) = (_read, await Compare.InCloudAsync(_known.Jobs, CancellationToken.None));
        if (asked == _read)
            _cloud = cloud;
    }

    private string Say(Comparison known, Measure measure, int at) => (measure.Key, measure.Values[at]) switch
    {
        (_, null) => L["Unknown"],
        ("cost", { } amount) => MoneyWords.Write(Money.Of(amount, known.Currency)),
        ("queued" or "ran", { } seconds) => L.Exact(TimeSpan.FromSeconds((double)seconds)),
        ("gpu" or "gpuMemoryPeak", { } percent) => percent.ToString("0.#", CultureInfo.InvariantCulture) + " %",
        ("step", { } step) => step.ToString("N0", CultureInfo.InvariantCulture),
        (_, { } figure) => figure.ToString("0.####", CultureInfo.InvariantCulture),
    };
}
