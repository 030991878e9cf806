using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace PaiConsole.Engine.Persistence;

/// <summary>Which database, by its settings.</summary>
internal static class Databases
{
    public static void Configure(DbContextOptionsBuilder builder, DatabaseOptions options)
    {
        switch (options.Provider)
        {
            case DatabaseOptions.Sqlite:
                builder.UseSqlite(options.ConnectionString);
                break;
            case DatabaseOptions.PostgreSql:
                // One set of migrations serves both: it names no column types, so that each provider takes its own.
                builder.UseNpgsql(options.ConnectionString)
                    .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
                break;
            default:
                throw new InvalidOperationException($"Database:Provider is '{options.Provider}'; it can be Sqlite or PostgreSql.");
        }
    }

    public static IDbContextFactory<PaiConsoleDb> Of(IServiceProvider services) => services.GetRequiredService<IDbContextFactory<PaiConsoleDb>>();
}
