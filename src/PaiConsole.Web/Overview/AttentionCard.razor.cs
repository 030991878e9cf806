using Microsoft.AspNetCore.Components;
using PaiConsole.Engine.Overview;

namespace PaiConsole.Web.Overview;

/// <summary>What a person should look at, the most costly first; or that all is calm.</summary>
public sealed partial class AttentionCard
{
    private const int Few = 14;
    private bool _all;

    /// <summary>At most 100.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<AttentionItem> Items { get; set; } = [];
    /// <summary>The cloud has been looked at: an empty list then means that all is well.</summary>
    [Parameter] public bool Looked { get; set; }

    private IEnumerable<AttentionItem> Shown => _all ? Items : Items.Take(Few);

    private string Say(string why)
    {
        var word = O[$"Why.{why}"];
        return word.ResourceNotFound ? why : word.Value;
    }
}
