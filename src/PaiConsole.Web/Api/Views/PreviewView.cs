using System.Text.Json;
using PaiConsole.Engine.Operations;

namespace PaiConsole.Web.Api.Views;

/// <summary>What a command would do; nothing was sent.</summary>
/// <param name="Spec">What was asked, completed with what was derived.</param>
/// <param name="Request">The body that the cloud would receive.</param>
/// <param name="Findings">What the checks say; any error blocks.</param>
/// <param name="CostPerHour">What it will cost while it runs; null where a price is unknown.</param>
/// <param name="CostIsUpperBound">The cost is a ceiling: spot is cheaper.</param>
public record PreviewView<TSpec>(
    TSpec Spec, JsonElement Request, IReadOnlyList<FindingView> Findings, MoneyView? CostPerHour, bool CostIsUpperBound);

/// <summary>What a command on an object that exists would do; nothing was sent.</summary>
/// <param name="Target">What it acts on.</param>
/// <param name="Spec">What was asked.</param>
/// <param name="Request">The call that the cloud would receive: its <c>action</c>, and its <c>body</c> where it has one.</param>
/// <param name="Findings">What the checks say; nothing, where the command is possible.</param>
/// <param name="CostPerHour">What the object costs per hour afterwards, while it runs; null where a price is unknown.</param>
/// <param name="Consequence">What follows, and what is lost.</param>
public sealed record VerbPreviewView(
    TargetView Target, JsonElement Spec, JsonElement Request, IReadOnlyList<FindingView> Findings, MoneyView? CostPerHour, string Consequence)
{
    internal static VerbPreviewView From(VerbPreview preview) => new(
        new TargetView(preview.TargetKind.ToString().ToLowerInvariant(), preview.TargetId, preview.TargetName),
        JsonSerializer.Deserialize<JsonElement>(preview.Wish), JsonSerializer.Deserialize<JsonElement>(preview.Request), [],
        MoneyView.From(preview.CostPerHour), preview.Consequence);
}

/// <summary>Makes previews.</summary>
internal static class PreviewViews
{
    public static IResult ToResult<TSpec>(this Preview<TSpec> preview) => TypedResults.Ok(new PreviewView<TSpec>(
        preview.Spec, JsonSerializer.Deserialize<JsonElement>(preview.Request), [.. preview.Findings.Select(FindingView.From)],
        MoneyView.From(preview.CostPerHour), preview.CostIsUpperBound));
}
