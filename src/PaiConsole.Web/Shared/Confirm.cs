using PaiConsole.Domain;

namespace PaiConsole.Web.Shared;

/// <summary>A question before a command.</summary>
/// <param name="Title">Such as "Stop notebook train_bert".</param>
/// <param name="Verb">Key under <c>Verb.</c>; the button is named after it.</param>
/// <param name="Consequence">What will happen, and what is lost.</param>
public sealed record Confirmation(string Title, string Verb, string Consequence)
{
    /// <summary>How the cost per hour changes: negative when money is saved; null when nothing is known.</summary>
    public Money? Change { get; init; }
    /// <summary>A sentence about the money, where a bare figure would mislead.</summary>
    public string? CostNote { get; init; }
    /// <summary>Destroys something: the name must be typed.</summary>
    public string? TypeName { get; init; }
    /// <summary>Hurts, though nothing is destroyed.</summary>
    public bool Danger { get; init; }
}

/// <summary>Asks the person in front of this page.</summary>
public sealed class Confirm
{
    /// <summary>Set by the host that shows the question.</summary>
    internal Func<Confirmation, Task<bool>>? Asked { get; set; }

    /// <summary>True once the person has pressed the button named after the verb.</summary>
    public Task<bool> AskAsync(Confirmation confirmation) => Asked?.Invoke(confirmation) ?? Task.FromResult(false);
}
