namespace PaiConsole.Web.Security;

/// <summary>Who is asking, as far as the address tells: a person who opens a page, or a program.</summary>
internal static class Callers
{
    private static readonly PathString[] _programs = ["/api", "/openapi", "/metrics", "/_blazor"];

    /// <summary>No person opens this address for a page: it is answered with plain statuses, not with a form or a page.</summary>
    public static bool IsForPrograms(this HttpRequest request) =>
        Array.Exists(_programs, path => request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase));
}
