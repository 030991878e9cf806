using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace PaiConsole.Engine.Persistence;

/// <summary>Lets the EF tools make migrations without starting the console.</summary>
internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<PaiConsoleDb>
{
    public PaiConsoleDb CreateDbContext(string[] args)
    {
        var builder = new DbContextOptionsBuilder<PaiConsoleDb>();
        Databases.Configure(builder, new DatabaseOptions { ConnectionString = "Data Source=design.db" });
        return new PaiConsoleDb(builder.Options);
    }
}
