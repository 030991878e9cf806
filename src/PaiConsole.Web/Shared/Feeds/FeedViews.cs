using PaiConsole.Engine.Feed;
using PaiConsole.Web.Shell;

namespace PaiConsole.Web.Shared.Feeds;

/// <summary>Opens the feeds for a page. Open first, read the rows second.</summary>
public sealed class FeedViews(ChangeFeed feed, CircuitPresence presence, TimeProvider clock)
{
    /// <summary>Starts to listen; dispose the view with the component.</summary>
    /// <param name="dispatch">The component's <c>InvokeAsync</c>.</param>
    /// <param name="apply">Takes a batch; called on the component's dispatcher.</param>
    /// <param name="readAgain">Reads everything anew: too much happened, or the browser was away.</param>
    public FeedView<TView> Open<TView>(Func<Func<Task>, Task> dispatch, Func<FeedBatch<TView>, Task> apply, Func<Task> readAgain)
        where TView : class => new(feed, presence, clock, dispatch, apply, readAgain);
}
