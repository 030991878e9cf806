using System.Text;

namespace PaiConsole.Domain.Jobs.Manifests;

/// <summary>
/// A container's command and args as the shell command that does the same. Kubernetes replaces <c>$(NAME)</c> by a
/// variable it knows, leaves an unknown one alone, and reads <c>$$(NAME)</c> as the text <c>$(NAME)</c>.
/// </summary>
/// <param name="Text">The shell command.</param>
/// <param name="Translated">Names of references that became shell variables.</param>
/// <param name="Unset">Names that nothing sets.</param>
internal sealed record ShellCommand(string Text, IReadOnlyList<string> Translated, IReadOnlyList<string> Unset)
{
    public static ShellCommand Of(ManifestRole role)
    {
        var (translated, unset) = (new List<string>(), new List<string>());
        string[] words = [.. role.Command, .. role.Args];
        var text = string.Join(' ', words.Select((word, index) => IsScript(words, index) ? Script(word) : Word(word)));
        return new ShellCommand(
            role.WorkingDir is { } folder ? $"cd {ShellWords.Quote(folder)} && {text}" : text,
            [.. translated.Distinct(StringComparer.Ordinal)], [.. unset.Distinct(StringComparer.Ordinal)]);

        // An argument: no shell reads it today, so everything but a known reference is literal.
        string Word(string word)
        {
            var result = new StringBuilder();
            var literal = new StringBuilder();
            foreach (var part in Parts(word))
            {
                if (part.Name is { } name && Source(name) is { } source)
                {
                    Flush(result, literal);
                    translated.Add(name);
                    result.Append(source == Set.ByDlc ? $"${{{name}}}" : $"\"${{{name}}}\"");
                    continue;
                }
                if (part.Name is not null)
                    unset.Add(part.Name);
                literal.Append(part.Text);
            }
            Flush(result, literal);
            return result.Length == 0 ? ShellWords.Quote("") : Plain(result.ToString());
        }

        // The text after sh -c: that shell expands it, and $(NAME) of an unknown name is a command of its own.
        string Script(string script)
        {
            var result = new StringBuilder();
            foreach (var part in Parts(script))
            {
                var known = part.Name is { } name && Source(name) is not null;
                if (known)
                    translated.Add(part.Name!);
                result.Append(known ? $"${{{part.Name}}}" : part.Text);
            }
            return ShellWords.Quote(result.ToString());
        }

        Set? Source(string name) =>
            role.Env.ContainsKey(name) ? Set.ByEnv : DlcEnvironment.Injected.Contains(name, StringComparer.Ordinal) ? Set.ByDlc : null;
    }

    private enum Set
    {
        /// <summary>A number or host name: it needs no quotes.</summary>
        ByDlc,
        /// <summary>Any text.</summary>
        ByEnv,
    }

    private static void Flush(StringBuilder result, StringBuilder literal)
    {
        if (literal.Length > 0)
            result.Append(ShellWords.Quote(literal.ToString()));
        literal.Clear();
    }

    /// <summary>A reference at the end of a word reads better without braces.</summary>
    private static string Plain(string word) =>
        word.EndsWith('}') && word.LastIndexOf("${", StringComparison.Ordinal) is >= 0 and var open
            ? $"{word[..open]}${word[(open + 2)..^1]}"
            : word;

    private static bool IsScript(string[] words, int index) =>
        index == 2 && words[1] is ("-c" or "-ec" or "-lc") && words[0].Split('/')[^1] is ("sh" or "bash");

    private static IEnumerable<(string Text, string? Name)> Parts(string word)
    {
        var at = 0;
        while (at < word.Length)
        {
            var open = word.IndexOf("$(", at, StringComparison.Ordinal);
            var close = open < 0 ? -1 : word.IndexOf(')', open);
            if (close < 0)
                break;
            var escaped = open > at && word[open - 1] == '$';
            yield return (word[at..(escaped ? open - 1 : open)], null);
            var reference = word[open..(close + 1)];
            var name = reference[2..^1];
            var isName = !escaped && name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(mark => char.IsAsciiLetterOrDigit(mark) || mark == '_');
            yield return (reference, isName ? name : null);
            at = close + 1;
        }
        yield return (word[at..], null);
    }
}
