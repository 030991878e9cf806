using System.Globalization;
using Microsoft.AspNetCore.Components;
using PaiConsole.Engine.Costs;
using PaiConsole.Engine.Notebooks;

namespace PaiConsole.Web.Idle;

/// <summary>What GPU notebooks cost over a weekend: who left what on, what rules saved, and what they would have saved.</summary>
public sealed partial class WeekendBill
{
    private const int Farthest = 52;
    private LeftOnReport? _report;
    private DateTimeOffset _to;
    private int? _read;

    /// <summary>How many weekends back.</summary>
    [Parameter] public int Back { get; set; }

    [Inject] private LeftOnReports Reports { get; set; } = default!;
    [Inject] private PriceDesk Prices { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (_read == Back)
            return;
        _read = Back;
        var (from, to) = Reports.Weekend();
        var back = TimeSpan.FromDays(7 * Math.Clamp(Back, 0, Farthest));
        _to = to - back;
        _report = await Reports.OfAsync(from - back, to - back, CancellationToken.None);
    }

    private static string Say(DateTimeOffset at) => at.ToString("ddd yyyy-MM-dd HH:mm", CultureInfo.CurrentUICulture);

    private string Href(int back) => Navigation.GetUriWithQueryParameter("back", back > 0 ? back : null);
}
