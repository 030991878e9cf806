using Microsoft.Playwright;

namespace PaiConsole.EndToEnd.Tests.Hosting;

/// <summary>A real Chromium.</summary>
public sealed class ConsoleBrowser : IAsyncDisposable
{
    private static readonly string[] _arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly IAPIRequestContext _requests;

    private ConsoleBrowser(IPlaywright playwright, IBrowser browser, IAPIRequestContext requests) =>
        (_playwright, _browser, _requests) = (playwright, browser, requests);

    public static async Task<ConsoleBrowser> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = "/usr/bin/chromium", Args = _arguments });
        return new ConsoleBrowser(playwright, browser, await playwright.APIRequest.NewContextAsync());
    }

    /// <summary>A page with cookies of its own.</summary>
    public async Task<IPage> PageAsync(string url, int width, ColorScheme scheme)
    {
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = url, ViewportSize = new ViewportSize { Width = width, Height = 900 }, ColorScheme = scheme, Locale = "en-US",
        });
        return await context.NewPageAsync();
    }

    /// <summary>Whether this address answers with a 2xx.</summary>
    public async Task<bool> AnswersAsync(string url)
    {
        try
        {
            return (await _requests.GetAsync(url)).Ok;
        }
        catch (PlaywrightException)
        {
            return false; // nobody listens there yet
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _requests.DisposeAsync();
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
