using Hangfire;
using Microsoft.AspNetCore.Authorization;
using PaiConsole.Domain.Operations;

namespace PaiConsole.Web.Hosting;

/// <summary>Hangfire's own dashboard at <c>/hangfire</c>, for admins.</summary>
internal static class ScheduleDashboard
{
    /// <summary>Maps it; who may see it is decided by the endpoint's role and not by Hangfire's filter for local requests.</summary>
    public static void MapScheduleDashboard(this WebApplication app) =>
        app.MapHangfireDashboard("/hangfire", new DashboardOptions
        {
            Authorization = [],
            DisplayStorageConnectionString = false,
            DashboardTitle = "PaiConsole schedules",
        }).RequireAuthorization(new AuthorizeAttribute { Roles = nameof(Role.Admin) });
}
