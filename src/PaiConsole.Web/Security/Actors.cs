using System.Security.Claims;
using PaiConsole.Domain.Operations;

namespace PaiConsole.Web.Security;

/// <summary>Turns a signed-in principal into the actor that engine commands check.</summary>
public static class Actors
{
    /// <summary>The actor; a principal without a known role may only look.</summary>
    public static Actor ToActor(this ClaimsPrincipal principal) => new(
        principal.Identity?.Name ?? "",
        Enum.TryParse<Role>(principal.FindFirstValue(ClaimTypes.Role), ignoreCase: true, out var role) ? role : Role.Viewer);
}
