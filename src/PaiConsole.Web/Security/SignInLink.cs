namespace PaiConsole.Web.Security;

/// <summary>Tells the person at the terminal how to get in.</summary>
internal static class SignInLink
{
    /// <summary>Printed to the terminal and not logged: a link with a token in it must not end up in a log file.</summary>
    public static void PrintSignInLinkWhenStarted(this WebApplication app) =>
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            var token = app.Services.GetRequiredService<BootstrapToken>();
            var address = app.Urls.FirstOrDefault() ?? "http://127.0.0.1:5080";
            Console.WriteLine(token.IsConfigured
                ? $"\n  PaiConsole is ready. Sign in at {address}/login with the token in Auth:BootstrapToken.\n"
                : $"\n  PaiConsole is ready. Sign in once with this link:\n  {address}/login?t={token.Value}\n");
        });
}
