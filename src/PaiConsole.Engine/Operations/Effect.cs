using System.Text.Json;
using PaiConsole.Domain;
using PaiConsole.Engine.Syncing;

namespace PaiConsole.Engine.Operations;

/// <summary>What a command would do to an object that exists.</summary>
/// <param name="Action">The cloud's name of the call.</param>
/// <param name="Body">The body of the call; null where it has none.</param>
/// <param name="Consequence">What follows, and what is lost.</param>
/// <param name="PerHour">What the object costs per hour afterwards, while it runs; null where a price is unknown.</param>
internal sealed record Effect(string Action, object? Body, string Consequence, Money? PerHour)
{
    private static readonly JsonSerializerOptions _asked = new(RequestText.Options) { DictionaryKeyPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>The answer to a dry run.</summary>
    public CommandOutcome Of(OperationDraft draft) => new()
    {
        Preview = new VerbPreview(
            draft.Kind, draft.TargetKind, draft.TargetId!, draft.TargetName, Wish(draft.Body),
            JsonSerializer.Serialize(new { action = Action, body = Body }, RequestText.Options), Consequence, PerHour),
    };

    // Kept under the names of the records; said under the names in which it was asked.
    private static string Wish(string body) => JsonSerializer.Serialize(Documents.Read<Dictionary<string, JsonElement>>(body), _asked);
}

/// <summary>What a command would do to an object that exists, without doing it.</summary>
/// <param name="Kind">A word of OperationKind.</param>
/// <param name="TargetKind">What it acts on.</param>
/// <param name="TargetId">Cloud id.</param>
/// <param name="TargetName">Name.</param>
/// <param name="Wish">What was asked, as JSON.</param>
/// <param name="Request">The call that would be made, as JSON: <c>action</c>, and <c>body</c> where it has one.</param>
/// <param name="Consequence">What follows, and what is lost.</param>
/// <param name="CostPerHour">What the object costs per hour afterwards, while it runs; null where a price is unknown.</param>
public sealed record VerbPreview(
    string Kind, ResourceKind TargetKind, string TargetId, string TargetName, string Wish, string Request, string Consequence, Money? CostPerHour);
