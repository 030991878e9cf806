using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Localization;

namespace PaiConsole.Web.Resources;

/// <summary>
/// Words that were found once are not looked for again. The framework's localizer makes a key of its own for every word
/// of every cell and goes through the resource sets each time: a twelfth of what a page of fifty rows costs.
/// </summary>
/// <param name="found">Where words are looked for.</param>
internal sealed class RememberedWords(ResourceManagerStringLocalizerFactory found) : IStringLocalizerFactory
{
    private readonly ConcurrentDictionary<Type, IStringLocalizer> _byType = new();

    /// <inheritdoc/>
    public IStringLocalizer Create(Type resourceSource) => _byType.GetOrAdd(resourceSource, static (type, from) => new Words(from.Create(type)), found);

    /// <inheritdoc/>
    public IStringLocalizer Create(string baseName, string location) => found.Create(baseName, location);

    private sealed class Words(IStringLocalizer source) : IStringLocalizer
    {
        private readonly ConcurrentDictionary<(string Culture, string Name), LocalizedString> _words = new();

        public LocalizedString this[string name]
        {
            get
            {
                var key = (CultureInfo.CurrentUICulture.Name, name);
                if (_words.TryGetValue(key, out var known))
                    return known;
                var word = source[name];
                // A state word of the cloud may be any word: only those that exist are kept.
                if (!word.ResourceNotFound)
                    _words.TryAdd(key, word);
                return word;
            }
        }

        public LocalizedString this[string name, params object[] arguments]
        {
            get
            {
                var word = this[name];
                return new LocalizedString(name, string.Format(CultureInfo.CurrentCulture, word.Value, arguments), word.ResourceNotFound, word.SearchedLocation);
            }
        }

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => source.GetAllStrings(includeParentCultures);
    }
}
