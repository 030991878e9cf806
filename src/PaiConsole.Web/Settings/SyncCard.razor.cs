using Microsoft.AspNetCore.Components;
using PaiConsole.Engine.Listing;
using PaiConsole.Engine.Syncing;
using PaiConsole.Web.Shared;

namespace PaiConsole.Web.Settings;

/// <summary>How the looks at the cloud are going; drawn anew with every tick.</summary>
public sealed partial class SyncCard
{
    [Inject] private SyncHealth Health { get; set; } = default!;
    [CascadingParameter] private Now Now { get; set; } = default!;

    private List<KeyValuePair<string, Freshness>> Looks => [.. Health.All.OrderBy(look => look.Key, StringComparer.Ordinal)];

    private string Say(string key)
    {
        var word = W[$"Sync.{key}"];
        return word.ResourceNotFound ? key : word.Value;
    }

    private static string State(Freshness look) => look switch
    {
        { IsStale: false } => "Good",
        { AsOf: null, FailedLooks: 0 } => "Waiting",
        _ => "Stale",
    };

    private static string Class(Freshness look) => State(look) switch { "Good" => "good", "Stale" => "old", _ => "" };

    private static string Shape(Freshness look) => State(look) switch { "Good" => "succeeded", "Stale" => "attention", _ => "sync" };
}
