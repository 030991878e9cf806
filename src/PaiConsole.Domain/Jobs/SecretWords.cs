using System.Text.RegularExpressions;

namespace PaiConsole.Domain.Jobs;

/// <summary>Tells secrets in variables and commands from their names and their look. People put them there; whoever may see the job need not see them.</summary>
public static partial class SecretWords
{
    /// <summary>Shown in place of a secret.</summary>
    public const string Mask = "••••••";

    private static readonly string[] _parts = ["SECRET", "TOKEN", "PASSWORD", "PASSWD", "ACCESS_KEY", "API_KEY", "CREDENTIAL"];

    /// <summary>The name is that of a secret, for certain enough to warn of it.</summary>
    public static bool IsName(string name) => Name().IsMatch(name);

    /// <summary>What looks like a secret in a text; no success where there is nothing of the kind.</summary>
    public static Match Find(string text) => Text().Match(text);

    /// <summary>What may be shown of a variable or an option: hiding too much is the smaller fault.</summary>
    public static string Shown(string name, string value) =>
        value.Length > 0 && (_parts.Any(part => name.Contains(part, StringComparison.OrdinalIgnoreCase)) || IsName(name) || Find(value).Success) ? Mask : value;

    // A tokenizer, a number of tokens and the marks of a vocabulary are no secrets.
    [GeneratedRegex("(password|passwd|secret|api_?key|access_?key|private_?key|auth_?token|(?<!pad|eos|bos|unk|sep|cls|mask|image|start|end)_token|^token)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();

    [GeneratedRegex(@"\b(LTAI[A-Za-z0-9]{12,}|AKIA[A-Z0-9]{16}|hf_[A-Za-z0-9]{20,}|sk-[A-Za-z0-9_-]{20,}|gh[pousr]_[A-Za-z0-9]{30,})|://[^\s/:@]+:[^\s/:@$]+@", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Text();
}
