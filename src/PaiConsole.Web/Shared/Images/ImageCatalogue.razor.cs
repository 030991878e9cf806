using Microsoft.AspNetCore.Components;
using PaiConsole.Domain.Workspaces;

namespace PaiConsole.Web.Shared.Images;

/// <summary>
/// The images to choose from, with what each holds and what it is for; the field above them takes the URI of any other. What is
/// typed narrows the cards, and the chosen instance type decides whether GPU or CPU images are shown first.
/// </summary>
public sealed partial class ImageCatalogue
{
    private static readonly string[] Kinds = ["gpu", "cpu", "all"];

    // What the person pressed; until then the instance type decides.
    private string? _kind;
    // What was typed last narrows the cards; choosing one of them leaves them where they are.
    private string _filter = "";
    private IReadOnlyList<ContainerImage>? _read;

    /// <summary>An image's name, id or URI.</summary>
    [Parameter, EditorRequired] public string Value { get; set; } = "";
    /// <summary>Typed or picked.</summary>
    [Parameter] public EventCallback<string> ValueChanged { get; set; }
    /// <summary>The known images.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<ContainerImage> Images { get; set; } = [];
    /// <summary>The chosen instance type has a GPU; null while none is chosen.</summary>
    [Parameter] public bool? HasGpu { get; set; }
    /// <summary>The checks refuse what is typed.</summary>
    [Parameter] public bool Faulty { get; set; }

    private string Kind => _kind ?? (HasGpu switch { true => "gpu", false => "cpu", null => "all" });

    private IReadOnlyList<(ContainerImage Image, ImageTraits Traits)> Usable { get; set; } = [];

    private IReadOnlyList<(ContainerImage Image, ImageTraits Traits)> Shown => [.. Usable
        .Where(item => IsChosen(item.Image) || (Kind == "all" || (item.Traits.Accelerator ?? Kind) == Kind) && Fits(item.Image, item.Traits))];

    private string Hint => ImageText.Holds(ImageTraits.Of(Value.Trim())) is { Length: > 0 } holds ? L["Image.Holds", holds] : L["Image.Hint"];

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (!ReferenceEquals(_read, Images))
            Usable = [.. Images.Where(ImageText.IsForNotebooks).Select(image => (image, ImageText.TraitsOf(image))).OrderByDescending(item => ImageText.IsOfficial(item.image))];
        _read = Images;
    }

    private bool IsChosen(ContainerImage image) => Value.Trim() is { Length: > 0 } value && (value == image.Name || value == image.Id || value == image.Uri);

    private Task TypedAsync(ChangeEventArgs change)
    {
        _filter = change.Value as string ?? "";
        return ValueChanged.InvokeAsync(_filter);
    }

    // A URI that no card has does not narrow: the cards stay for comparing.
    private bool Fits(ContainerImage image, ImageTraits traits)
    {
        if (_filter.Contains('/', StringComparison.Ordinal))
            return true;
        var all = $"{image.Name} {ImageText.Holds(traits)} {image.Description}";
        return _filter.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => all.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}
