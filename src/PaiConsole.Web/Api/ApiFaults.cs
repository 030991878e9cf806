using System.Data.Common;
using PaiConsole.Engine.Listing;

namespace PaiConsole.Web.Api;

/// <summary>Turns whatever keeps a request from being answered into a problem document.</summary>
internal sealed partial class ApiFaults(ILogger<ApiFaults> log) : IEndpointFilter
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
        catch (Exception fault) when (fault.GetBaseException() is DbException)
        {
            LogDatabase(fault, context.HttpContext.Request.Method, context.HttpContext.Request.Path);
            return new ApiProblem(
                StatusCodes.Status503ServiceUnavailable, "The console's database cannot be used",
                "What cannot be written down is not sent to the cloud. Nothing was done; try again once the database can be written.").ToResult();
        }
        catch (UnauthorizedAccessException refused)
        {
            return new ApiProblem(StatusCodes.Status403Forbidden, "Not allowed", refused.Message).ToResult();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path}: the database failed")]
    private partial void LogDatabase(Exception fault, string method, string path);
}
