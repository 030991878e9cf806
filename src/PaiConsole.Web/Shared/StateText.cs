using Microsoft.Extensions.Localization;
using PaiConsole.Web.Resources;

namespace PaiConsole.Web.Shared;

/// <summary>Says the cloud's and the engine's stable words in the reader's language; a word without a translation is shown as it is.</summary>
public static class StateText
{
    /// <summary>A status word of any kind of object.</summary>
    public static string Status(IStringLocalizer<StateWords> words, string word) => OrRaw(words[$"Status.{word}"], word);

    /// <summary>The verb of an operation kind such as <c>notebook.stop</c>, as on a button.</summary>
    public static string Verb(IStringLocalizer<StateWords> words, string kind) => OrRaw(words[$"Verb.{VerbOf(kind)}"], kind);

    /// <summary>What an operation is doing while it is under way; one of several calls says which of them.</summary>
    public static string Doing(IStringLocalizer<StateWords> words, string kind, int stage = 0) =>
        words[$"Doing.{VerbOf(kind)}.{stage}"] is { ResourceNotFound: false } step ? step.Value : OrRaw(words[$"Doing.{VerbOf(kind)}"], kind);

    /// <summary>The kind of object of an operation kind such as <c>notebook.stop</c>.</summary>
    public static string Kind(IStringLocalizer<StateWords> words, string kind) => OrRaw(words[$"Kind.{kind.Split('.')[0]}"], kind);

    private static string VerbOf(string kind) => kind[(kind.IndexOf('.', StringComparison.Ordinal) + 1)..];

    private static string OrRaw(LocalizedString word, string raw) => word.ResourceNotFound ? raw : word.Value;
}
