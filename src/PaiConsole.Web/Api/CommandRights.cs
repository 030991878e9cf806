using PaiConsole.Domain.Operations;
using PaiConsole.Web.Security;

namespace PaiConsole.Web.Api;

/// <summary>
/// What holds for every command on its way in and out. The engine decides who may command, and records a refusal;
/// here a viewer learns nothing else on the way, and a page of another site cannot borrow a person's cookie.
/// </summary>
internal sealed class CommandRights : IEndpointFilter
{
    private const string OnlyLooks = "Your role may look but not change anything.";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        // Ports of one host count as the same site for cookies, but not here. Scripts send no such header.
        if (http.Request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin" or "none"))
            return Refused("Commands are not taken from another site's page.");
        var isViewer = http.User.ToActor().Role == Role.Viewer;
        object? answer;
        try
        {
            answer = await next(context);
        }
        catch (ApiProblem) when (isViewer)
        {
            return Refused(OnlyLooks);
        }
        return isViewer && (answer as IStatusCodeHttpResult)?.StatusCode != StatusCodes.Status403Forbidden ? Refused(OnlyLooks) : answer;
    }

    private static IResult Refused(string why) => new ApiProblem(StatusCodes.Status403Forbidden, "Not allowed", why).ToResult();
}
