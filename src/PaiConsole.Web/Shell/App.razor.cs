using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;

namespace PaiConsole.Web.Shell;

/// <summary>The HTML document around every page.</summary>
public sealed partial class App
{
    [CascadingParameter] private HttpContext Http { get; set; } = default!;

    // The sign-in page is plain HTML: nobody gets a circuit before they are known.
    private IComponentRenderMode? Mode => Http.AcceptsInteractiveRouting() ? RenderMode.InteractiveServer : null;

    private string Theme => Http.Request.Cookies["theme"] is "light" or "dark" ? Http.Request.Cookies["theme"]! : "system";

    private string Rail => Http.Request.Cookies["rail"] is "slim" ? "slim" : "wide";
}
