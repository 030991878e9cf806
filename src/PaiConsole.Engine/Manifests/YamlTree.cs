using PaiConsole.Domain.Jobs.Manifests;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PaiConsole.Engine.Manifests;

/// <summary>
/// Builds a tree from the parser's events, so that size, depth, aliases, tags and duplicate keys are decided here
/// and nothing is ever deserialised into an object of the document's choosing.
/// </summary>
internal sealed class YamlTree
{
    public const int MostBytes = 256 * 1024;
    public const int MostDepth = 32;

    private readonly ManifestNotes _notes;
    private readonly Stack<Open> _open = new();
    private YamlValue? _root;

    private YamlTree(ManifestNotes notes) => _notes = notes;

    /// <summary>The document's root, or null where there is none to speak of; faults go to the notes.</summary>
    public static YamlValue? Read(string yaml, ManifestNotes notes)
    {
        var size = System.Text.Encoding.UTF8.GetByteCount(yaml);
        if (size > MostBytes)
        {
            notes.Add(ManifestKinds.TooLarge, 1, ("size", size), ("limit", MostBytes));
            return null;
        }
        var tree = new YamlTree(notes);
        var parser = new Parser(new StringReader(yaml));
        var documents = 0;
        while (!notes.IsFull)
        {
            if (Next(parser, out var fault) is not { } current)
            {
                if (fault is null)
                    break;
                notes.Add(ManifestKinds.Syntax, fault.Value.Line, ("problem", fault.Value.Problem));
                return null;
            }
            if (current is DocumentStart start && ++documents > 1)
            {
                notes.Add(ManifestKinds.SeveralDocuments, Line(start));
                break;
            }
            if (!tree.Take(current))
                return null;
        }
        if (tree._root is null or YamlText { IsNull: true } && notes.Findings.Count == 0)
            notes.Add(ManifestKinds.Empty, 1);
        return tree._root;
    }

    /// <summary>Takes an event; false gives up.</summary>
    private bool Take(ParsingEvent current)
    {
        switch (current)
        {
            case AnchorAlias alias:
                _notes.Add(ManifestKinds.Alias, Line(alias), ("name", "*" + alias.Value));
                Place(new YamlText(Line(alias), "", IsPlain: true));
                return true;
            case Scalar scalar:
                Refuse(scalar);
                Place(new YamlText(Line(scalar), scalar.Value, scalar.Style == ScalarStyle.Plain));
                return true;
            case MappingStart map:
                Refuse(map);
                return Enter(new YamlMap(Line(map), []));
            case SequenceStart list:
                Refuse(list);
                return Enter(new YamlList(Line(list), []));
            case MappingEnd or SequenceEnd:
                _open.Pop();
                return true;
            default:
                return true;
        }
    }

    private bool Enter(YamlValue value)
    {
        if (_open.Count >= MostDepth)
        {
            _notes.Add(ManifestKinds.TooDeep, value.Line, ("limit", MostDepth));
            return false;
        }
        Place(value);
        _open.Push(new Open(value));
        return true;
    }

    private void Place(YamlValue value)
    {
        if (!_open.TryPeek(out var parent))
            _root = value;
        else if (parent.Value is YamlList list)
            list.Items.Add(value);
        else if (parent.Key is { } key)
            AddEntry(parent, key, value);
        else if (value is YamlText text)
            parent.Key = (text.Value, text.Line);
        else
        {
            _notes.Shape("a key", value.Line, "text");
            parent.Key = ("", value.Line);
        }
    }

    private void AddEntry(Open parent, (string Text, int Line) key, YamlValue value)
    {
        var entries = ((YamlMap)parent.Value).Entries;
        parent.Key = null;
        if (parent.Keys.Add(key.Text))
            entries.Add(new YamlEntry(key.Text, key.Line, value));
        else
            _notes.Add(ManifestKinds.DuplicateKey, key.Line, ("path", key.Text));
    }

    private void Refuse(NodeEvent node)
    {
        if (!node.Anchor.IsEmpty)
            _notes.Add(ManifestKinds.Alias, Line(node), ("name", "&" + node.Anchor.Value));
        if (!node.Tag.IsEmpty)
            _notes.Add(ManifestKinds.Tag, Line(node), ("tag", node.Tag.IsNonSpecific ? "!" : node.Tag.Value));
    }

    private static int Line(ParsingEvent current) => (int)current.Start.Line;

    /// <summary>
    /// The parser's next event; null at the end or at a fault. For some broken texts the parser throws other exceptions
    /// than its own (an unclosed bracket before a key gives InvalidOperationException): those are faults of the text too.
    /// </summary>
    private static ParsingEvent? Next(Parser parser, out (int Line, string Problem)? fault)
    {
        var line = parser.Current is { } last ? (int)last.End.Line : 1;
        try
        {
            fault = null;
            return parser.MoveNext() ? parser.Current : null;
        }
        catch (YamlException refusal)
        {
            fault = ((int)refusal.Start.Line, refusal.InnerException?.Message ?? refusal.Message);
        }
        catch (Exception crash) when (crash is InvalidOperationException or ArgumentException or IndexOutOfRangeException or FormatException or OverflowException or NullReferenceException)
        {
            fault = (line, "it cannot be understood after this line.");
        }
        return null;
    }

    /// <summary>A list or map that is not closed yet; of a map, the key that waits for its value.</summary>
    private sealed class Open(YamlValue value)
    {
        public YamlValue Value { get; } = value;
        public HashSet<string> Keys { get; } = new(StringComparer.Ordinal);
        public (string Text, int Line)? Key { get; set; }
    }
}
