using MudBlazor;

namespace PaiConsole.Web.Shell;

/// <summary>MudBlazor's share of the look; colours come from <c>wwwroot/css/tokens.css</c>.</summary>
internal static class ConsoleTheme
{
    public static MudTheme Theme { get; } = new()
    {
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = ["var(--sans)"], FontSize = "13px", LineHeight = "20px", LetterSpacing = "normal" },
            Button = new ButtonTypography { FontFamily = ["var(--sans)"], FontSize = "13px", LetterSpacing = "normal", TextTransform = "none" },
        },
    };
}
