using Microsoft.AspNetCore.Components;
using PaiConsole.Engine.Auditing;

namespace PaiConsole.Web.Activity;

/// <summary>The audit record, newest first, and whether it is whole.</summary>
public sealed partial class AuditTable
{
    private const int Step = 50;
    private readonly List<AuditRow> _rows = [];
    private long? _broken;
    private bool _more;

    [Inject] private AuditQueries Audit { get; set; } = default!;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        _broken = await Audit.FirstBrokenAsync(CancellationToken.None);
        await OlderAsync();
    }

    private async Task OlderAsync()
    {
        var older = await Audit.ListAsync(_rows.Count == 0 ? null : _rows[^1].Seq, Step, CancellationToken.None);
        _rows.AddRange(older);
        _more = older.Count == Step;
    }
}
