using System.Globalization;
using Microsoft.AspNetCore.Components;
using PaiConsole.Domain;
using PaiConsole.Domain.Notebooks;
using PaiConsole.Engine.Listing;
using PaiConsole.Engine.Notebooks;
using PaiConsole.Web.Shared;

namespace PaiConsole.Web.Notebooks;

/// <summary>A notebook on its way up, held against the ninety seconds in which one is promised to be usable.</summary>
public sealed partial class Provisioning
{
    private static readonly TimeSpan Promise = TimeSpan.FromSeconds(90);

    /// <summary>The notebook, live.</summary>
    [Parameter, EditorRequired] public NotebookRow Row { get; set; } = default!;
    /// <summary>How it got here, oldest first.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<StateSpan> Timeline { get; set; } = [];

    [CascadingParameter] private Now Now { get; set; } = default!;

    // From the first of the states that led up to this one without a rest between them.
    private DateTimeOffset? Started
    {
        get
        {
            if (NotebookStates.Parse(Row.StatusWord) is not (NotebookStatus.Creating or NotebookStatus.Queuing or NotebookStatus.ResourceAllocating or NotebookStatus.EnvPreparing or NotebookStatus.Starting))
                return null;
            var from = Row.StatusSince;
            foreach (var span in Timeline.Reverse())
            {
                if (span.Phase != Phase.InTransition)
                    break;
                from = span.From;
            }
            return from;
        }
    }

    private TimeSpan Elapsed => Started is { } from && Now.At > from ? Now.At - from : TimeSpan.Zero;
    private string Share => (Math.Clamp(Elapsed / Promise, 0, 1) * 100).ToString("0.#", CultureInfo.InvariantCulture);
}
