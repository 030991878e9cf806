using Microsoft.Playwright;

namespace PaiConsole.EndToEnd.Tests.Hosting;

internal static class Visiting
{
    /// <summary>Opens a page and waits until it listens: what is pressed on the first HTML, before the circuit is there, is lost.</summary>
    public static async Task VisitAsync(this IPage page, string path)
    {
        await page.GotoAsync(path, new() { Timeout = 60_000 });
        await page.Locator(".shell[data-live]").WaitForAsync(new() { Timeout = 60_000 });
    }
}
