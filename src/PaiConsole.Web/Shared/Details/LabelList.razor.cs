using Microsoft.AspNetCore.Components;

namespace PaiConsole.Web.Shared.Details;

/// <summary>Labels, or environment variables, as small codes.</summary>
public sealed partial class LabelList
{
    /// <summary>Name to value.</summary>
    [Parameter, EditorRequired] public IReadOnlyDictionary<string, string> Labels { get; set; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
