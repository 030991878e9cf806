using PaiConsole.Domain.Costs;
using PaiConsole.Domain.Workspaces;
using PaiConsole.Engine.Listing;

namespace PaiConsole.Web.Api.Views;

/// <summary>Why the cloud says something is as it is.</summary>
/// <param name="Code">The cloud's word.</param>
/// <param name="Message">Plain text from the cloud.</param>
public sealed record ReasonView(string Code, string Message)
{
    internal static ReasonView? From(Reason? reason) => reason is null ? null : new ReasonView(reason.Code, reason.Message);
}

/// <summary>One stretch of an object's state timeline.</summary>
/// <param name="Status">The cloud's word.</param>
/// <param name="Phase">What it means.</param>
/// <param name="From">Start.</param>
/// <param name="To">End, or null while it lasts.</param>
/// <param name="IsBilled">Machines were held and billed.</param>
/// <param name="PerHour">Rate at the time; null where unknown.</param>
/// <param name="Reason">Why, where the cloud says.</param>
/// <param name="IsFromCloud">The cloud stated the times; otherwise they are when the console saw the change.</param>
public sealed record StateView(
    string Status, string Phase, DateTimeOffset From, DateTimeOffset? To, bool IsBilled, MoneyView? PerHour, ReasonView? Reason, bool IsFromCloud)
{
    internal static IReadOnlyList<StateView> Of(IReadOnlyList<StateSpan> timeline) =>
        [.. timeline.Select(span => new StateView(
            span.StatusWord, span.Phase.ToString(), span.From, span.To, span.IsBilled, MoneyView.From(span.PerHour), ReasonView.From(span.Reason), span.IsFromCloud))];
}

/// <summary>What an instance type costs, and how the console knows.</summary>
/// <param name="Sku">ECS instance type.</param>
/// <param name="Region">Region id.</param>
/// <param name="PerHour">Pay-as-you-go price of an instance-hour, disks and traffic excluded.</param>
/// <param name="Source">Where the figure comes from.</param>
/// <param name="AsOf">The day on which the source stated it.</param>
/// <param name="Confidence">high, medium or low.</param>
public sealed record PriceView(string Sku, string Region, MoneyView PerHour, string Source, DateOnly? AsOf, string Confidence)
{
    internal static PriceView From(Price price) =>
        new(price.Sku, price.Region, MoneyView.From(price.PerHour)!, price.Source, price.AsOf, price.Confidence);
}
