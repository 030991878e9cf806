using System.Text;

namespace PaiConsole.Domain.Jobs;

/// <summary>Words of a POSIX shell command. Nothing is expanded and nothing is run.</summary>
public static class ShellWords
{
    private const string PlainMarks = "_@%+=:,./-";
    private const string Operators = ";&|()<>";

    /// <summary>The word as the shell must be given it to see exactly this text.</summary>
    public static string Quote(string word) =>
        word.Length > 0 && word.All(mark => char.IsAsciiLetterOrDigit(mark) || PlainMarks.Contains(mark, StringComparison.Ordinal))
            ? word
            : "'" + word.Replace("'", @"'\''", StringComparison.Ordinal) + "'";

    /// <summary>
    /// The words of a command with their quotes taken off; runs of operators such as <c>&amp;&amp;</c> and line ends are words
    /// of their own, and comments are left out. Never throws: an open quote ends with the text.
    /// </summary>
    public static IReadOnlyList<string> Split(string command)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var inWord = false;
        for (var i = 0; i < command.Length; i++)
        {
            var mark = command[i];
            if (mark is '\'' or '"')
            {
                inWord = true;
                i = ReadQuoted(command, i, word);
            }
            else if (mark == '\\' && i + 1 < command.Length)
            {
                i++;
                if (command[i] is '\n' or '\r')
                    continue;
                inWord = true;
                word.Append(command[i]);
            }
            else if (mark == '$' && i + 1 < command.Length && command[i + 1] is '(' or '{')
            {
                inWord = true;
                i = ReadReference(command, i, word);
            }
            else if (char.IsWhiteSpace(mark) || Operators.Contains(mark, StringComparison.Ordinal))
            {
                Flush();
                if (mark == '\n')
                    words.Add("\n");
                else if (!char.IsWhiteSpace(mark))
                    i = ReadOperator(command, i, words);
            }
            else if (mark == '#' && !inWord)
            {
                while (i + 1 < command.Length && command[i + 1] != '\n')
                    i++;
            }
            else
            {
                inWord = true;
                word.Append(mark);
            }
        }
        Flush();
        return words;

        void Flush()
        {
            if (inWord)
                words.Add(word.ToString());
            word.Clear();
            inWord = false;
        }
    }

    /// <summary>The command without the lines that are comments as a whole.</summary>
    public static string WithoutComments(string command) =>
        string.Join('\n', command.Split('\n').Where(line => !line.TrimStart().StartsWith('#')));

    /// <summary>Appends what is between quotes and gives the position of the closing one.</summary>
    private static int ReadQuoted(string command, int open, StringBuilder word)
    {
        var quote = command[open];
        var i = open + 1;
        for (; i < command.Length && command[i] != quote; i++)
        {
            if (quote == '"' && command[i] == '\\' && i + 1 < command.Length && command[i + 1] is '"' or '\\' or '$' or '`')
                i++;
            if (i < command.Length)
                word.Append(command[i]);
        }
        return i;
    }

    /// <summary>Keeps <c>$(…)</c> and <c>${…}</c> as they are, inside the word.</summary>
    private static int ReadReference(string command, int dollar, StringBuilder word)
    {
        var close = command.IndexOf(command[dollar + 1] == '(' ? ')' : '}', dollar);
        var end = close < 0 ? command.Length - 1 : close;
        word.Append(command, dollar, end - dollar + 1);
        return end;
    }

    private static int ReadOperator(string command, int start, List<string> words)
    {
        var end = start;
        while (end + 1 < command.Length && command[end + 1] == command[start])
            end++;
        words.Add(command[start..(end + 1)]);
        return end;
    }
}
