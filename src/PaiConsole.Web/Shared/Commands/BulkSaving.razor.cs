using Microsoft.AspNetCore.Components;
using PaiConsole.Domain;

namespace PaiConsole.Web.Shared.Commands;

/// <summary>What stopping the picked rows saves per hour together.</summary>
public sealed partial class BulkSaving
{
    private Money? _sum;
    private bool _unknown;

    /// <summary>The rates now; null where unknown.</summary>
    [Parameter, EditorRequired] public IEnumerable<Money?> Rates { get; set; } = [];

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        var rates = Rates.ToList();
        _sum = Money.SumOfMain(rates.OfType<Money>());
        _unknown = rates.Any(rate => rate is null);
    }
}
