using PaiConsole.Engine.Listing;

namespace PaiConsole.Web.Api;

/// <summary>Turns whatever keeps a request from being answered into a problem document.</summary>
internal sealed class ApiFaults : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (ApiProblem problem)
        {
            return problem.ToResult();
        }
        catch (CloudUnavailableException fault)
        {
            var (status, title) = fault.IsNotFound
                ? (StatusCodes.Status404NotFound, "The cloud does not have it")
                : (StatusCodes.Status502BadGateway, "The cloud did not answer");
            return new ApiProblem(status, title, fault.Message) { Code = fault.Code, RequestId = fault.RequestId }.ToResult();
        }
        catch (UnauthorizedAccessException refused)
        {
            return new ApiProblem(StatusCodes.Status403Forbidden, "Not allowed", refused.Message).ToResult();
        }
    }
}
