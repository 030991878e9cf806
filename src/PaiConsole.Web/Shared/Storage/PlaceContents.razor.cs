using System.Globalization;
using Microsoft.AspNetCore.Components;
using PaiConsole.Domain.Storage;
using PaiConsole.Engine.Storage;

namespace PaiConsole.Web.Shared.Storage;

/// <summary>What lies at a place, or why nothing can be said of it.</summary>
public sealed partial class PlaceContents
{
    /// <summary>What came of looking.</summary>
    [Parameter, EditorRequired] public PlaceLook Look { get; set; } = default!;
    /// <summary>How many entries are shown.</summary>
    [Parameter] public int Shown { get; set; } = 8;

    private string Total(FolderView view) => T[view.IsCounted ? "Total" : "Total.AtLeast", Number(view.Files), ByteText.Of(view.Size)];

    private static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
