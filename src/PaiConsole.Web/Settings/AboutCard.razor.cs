using System.Reflection;
using Microsoft.AspNetCore.Components;
using PaiConsole.Web.Shell;

namespace PaiConsole.Web.Settings;

/// <summary>Which world this console is connected to, what it may do there, and its own version.</summary>
public sealed partial class AboutCard
{
    // Without the commit hash that the build appends after a plus.
    private static readonly string Version =
        typeof(AboutCard).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    [Inject] private ConsoleSettings Settings { get; set; } = default!;

    private string Power => Settings.AllowCommands ? "Commands" : "WatchOnly";
}
