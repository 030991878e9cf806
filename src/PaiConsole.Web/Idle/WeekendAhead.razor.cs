using System.Globalization;
using Microsoft.AspNetCore.Components;
using PaiConsole.Domain;
using PaiConsole.Domain.Costs;
using PaiConsole.Engine.Costs;
using PaiConsole.Engine.Notebooks;
using PaiConsole.Web.Notebooks;
using PaiConsole.Web.Shared;

namespace PaiConsole.Web.Idle;

/// <summary>What runs now, and what it costs until Monday morning if nobody stops it; one button gives all of it a rule.</summary>
public sealed partial class WeekendAhead
{
    /// <summary>Who holds a GPU.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<NotebookRow> Rows { get; set; } = [];
    /// <summary>Buttons make sense.</summary>
    [Parameter] public bool MayCommand { get; set; }

    [Inject] private NotebookVerbs Verbs { get; set; } = default!;
    [Inject] private PriceDesk Prices { get; set; } = default!;
    [CascadingParameter] private Now Now { get; set; } = default!;

    private List<NotebookRow> Loose => [.. Rows.Where(row => !row.IsStoppedByItself)];

    private string Monday => LeftOn.Of(new Money(0, "CNY"), Now.At, Prices.Region).Monday.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);

    private Money? Until(NotebookRow row) => row.Cost.PerHour is { } rate ? LeftOn.Of(rate, Now.At, Prices.Region).UntilMonday : null;
}
