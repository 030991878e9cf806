using Microsoft.AspNetCore.Components;
using PaiConsole.Domain.Compute;
using PaiConsole.Domain.Costs;
using PaiConsole.Engine;
using PaiConsole.Engine.Listing;
using PaiConsole.Engine.Syncing;

namespace PaiConsole.Web.Shared.Details;

/// <summary>The top of a detail page: identity, state and money in one band.</summary>
public sealed partial class ResourceBand
{
    /// <summary>The object.</summary>
    [Parameter, EditorRequired] public ResourceRow Row { get; set; } = default!;
    /// <summary>What kind of object.</summary>
    [Parameter, EditorRequired] public ResourceKind Kind { get; set; }
    /// <summary>The list it belongs to.</summary>
    [Parameter, EditorRequired] public string Parent { get; set; } = "";
    /// <summary>The list's address.</summary>
    [Parameter, EditorRequired] public string ParentHref { get; set; } = "";
    /// <summary>What is known of its instance type.</summary>
    [Parameter] public Sku? Sku { get; set; }
    /// <summary>The price behind its rate.</summary>
    [Parameter] public Price? Basis { get; set; }
    /// <summary>Why it is in its state, in the cloud's words.</summary>
    [Parameter] public string? Reason { get; set; }
    /// <summary>More facts, each <c>&lt;div&gt;&lt;dt&gt;&lt;dd&gt;</c>.</summary>
    [Parameter] public RenderFragment? Facts { get; set; }
    /// <summary>Buttons, named after their verbs.</summary>
    [Parameter] public RenderFragment? Actions { get; set; }

    [Inject] private SyncHealth Health { get; set; } = default!;
}
