using Microsoft.Extensions.Localization;
using PaiConsole.Domain.Workspaces;
using PaiConsole.Web.Resources;

namespace PaiConsole.Web.Shared.Images;

/// <summary>What an image holds and what it is for, in words.</summary>
public static class ImageText
{
    private static readonly Dictionary<string, string> _spelling = new(StringComparer.Ordinal)
    {
        ["pytorch"] = "PyTorch", ["tensorflow"] = "TensorFlow", ["modelscope"] = "ModelScope", ["torcheasyrec"] = "TorchEasyRec",
        ["easyanimate"] = "EasyAnimate", ["xgboost"] = "XGBoost", ["vllm"] = "vLLM", ["sglang"] = "SGLang", ["deepspeed"] = "DeepSpeed",
    };

    /// <summary>What it holds, with the framework that it is named after first: TorchEasyRec brings PyTorch, and is not called so.</summary>
    public static ImageTraits TraitsOf(ContainerImage image)
    {
        var traits = ImageTraits.Of(image);
        return traits with { Frameworks = [.. traits.Frameworks.OrderByDescending(framework => image.Name.StartsWith(framework.Name, StringComparison.OrdinalIgnoreCase))] };
    }

    /// <summary>The frameworks with CUDA and Python, such as "PyTorch 2.8.0 · CUDA 12.8 · Python 3.12"; empty where nothing is said.</summary>
    public static string Holds(ImageTraits traits) => string.Join(" · ", Parts(traits));

    /// <summary>The parts of it, one by one.</summary>
    public static IEnumerable<string> Parts(ImageTraits traits) =>
    [
        .. traits.Frameworks.Select(framework => $"{_spelling.GetValueOrDefault(framework.Name, framework.Name)} {framework.Version}".TrimEnd()),
        .. traits.Cuda is { } cuda ? [$"CUDA {cuda}"] : Array.Empty<string>(),
        .. traits.Python is { } python ? [$"Python {python}"] : Array.Empty<string>(),
    ];

    /// <summary>What it is for: the team's own description of its own image, and a sentence of ours for an official one.</summary>
    public static string For(IStringLocalizer<SharedWords> words, ContainerImage image, ImageTraits traits)
    {
        if (!IsOfficial(image) && image.Description is { Length: > 0 } told)
            return told;
        var known = traits.Frameworks.Select(framework => words[$"Image.For.{framework.Name}"]).FirstOrDefault(word => !word.ResourceNotFound);
        return known ?? image.Description ?? "";
    }

    /// <summary>PAI's own.</summary>
    public static bool IsOfficial(ContainerImage image) => image.Labels.GetValueOrDefault("system.official") == "true";

    /// <summary>Made for notebooks, or not said to be made for anything.</summary>
    public static bool IsForNotebooks(ContainerImage image) =>
        !image.Labels.Keys.Any(key => key.StartsWith("system.supported.", StringComparison.Ordinal)) || image.Labels.GetValueOrDefault("system.supported.dsw") == "true";
}
