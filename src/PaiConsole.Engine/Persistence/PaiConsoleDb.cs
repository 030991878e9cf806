using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using PaiConsole.Engine.Persistence.Entities;

namespace PaiConsole.Engine.Persistence;

/// <summary>
/// The console's memory. The model uses only what SQLite and PostgreSQL share: instants are whole
/// milliseconds since 1970 (SQLite cannot order its own date text with offsets), keys are made by us.
/// </summary>
internal sealed class PaiConsoleDb(DbContextOptions<PaiConsoleDb> options) : DbContext(options)
{
    public DbSet<NotebookEntity> Notebooks => Set<NotebookEntity>();
    public DbSet<JobEntity> Jobs => Set<JobEntity>();
    public DbSet<ServiceEntity> Services => Set<ServiceEntity>();
    public DbSet<StateInterval> Intervals => Set<StateInterval>();
    public DbSet<OperationEntity> Operations => Set<OperationEntity>();
    public DbSet<AuditEntity> Audit => Set<AuditEntity>();
    public DbSet<TokenEntity> Tokens => Set<TokenEntity>();
    public DbSet<AlertEntity> Alerts => Set<AlertEntity>();
    public DbSet<NotebookUseEntity> NotebookUse => Set<NotebookUseEntity>();
    public DbSet<IdleRunEntity> IdleRuns => Set<IdleRunEntity>();
    public DbSet<SyncStateEntity> SyncStates => Set<SyncStateEntity>();
    public DbSet<ReferenceEntity> References => Set<ReferenceEntity>();

    protected override void ConfigureConventions(ModelConfigurationBuilder builder) =>
        builder.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        Resource<NotebookEntity>(model, "notebooks");
        Resource<JobEntity>(model, "jobs");
        Resource<ServiceEntity>(model, "services");
        model.Entity<JobEntity>(entity =>
        {
            entity.HasIndex(row => new { row.IsTerminal, row.Id });
            entity.HasIndex(row => row.RunId).HasFilter("\"RunId\" IS NOT NULL");
            entity.HasIndex(row => row.ResumesId).HasFilter("\"ResumesId\" IS NOT NULL");
            entity.HasIndex(row => row.SweepId).HasFilter("\"SweepId\" IS NOT NULL");
            entity.HasIndex(row => row.FinishedAt).HasFilter(Awaits);
            entity.HasIndex(row => new { row.IsTerminal, row.ResumeTimes }).HasFilter(Guarded);
        });

        model.Entity<StateInterval>(entity =>
        {
            entity.ToTable("state_intervals").HasKey(row => new { row.Kind, row.ResourceId, row.Seq });
            entity.HasIndex(row => row.From).IsDescending();
            entity.HasIndex(row => new { row.Kind, row.To }).HasFilter(Billed);
        });
        model.Entity<OperationEntity>(entity =>
        {
            entity.ToTable("operations").HasKey(row => row.Id);
            entity.HasIndex(row => row.IdempotencyKey).IsUnique();
            entity.HasIndex(row => new { row.IsSettled, row.Id });
            entity.HasIndex(row => new { row.TargetKind, row.TargetId });
        });
        model.Entity<AuditEntity>(entity =>
        {
            entity.ToTable("audit").HasKey(row => row.Seq);
            entity.Property(row => row.Seq).ValueGeneratedNever();
        });
        model.Entity<TokenEntity>(entity =>
        {
            entity.ToTable("tokens").HasKey(row => row.Id);
            entity.HasIndex(row => row.SecretHash).IsUnique();
        });
        model.Entity<AlertEntity>(entity =>
        {
            entity.ToTable("alerts").HasKey(row => row.Id);
            // The database itself sees to it that nothing is told twice.
            entity.HasIndex(row => new { row.Kind, row.ResourceId, row.Topic }).IsUnique().HasFilter(Open);
            entity.HasIndex(row => row.ResolvedAt).IsDescending();
        });
        model.Entity<NotebookUseEntity>().ToTable("notebook_use").HasKey(row => row.Id);
        model.Entity<IdleRunEntity>(entity =>
        {
            entity.ToTable("idle_runs").HasKey(row => new { row.ResourceId, row.From });
            entity.HasIndex(row => row.To).IsDescending();
        });
        model.Entity<SyncStateEntity>().ToTable("sync_state").HasKey(row => row.Key);
        model.Entity<ReferenceEntity>().ToTable("reference_data").HasKey(row => row.Key);
    }

    // Each index answers one way of looking at a list, over the rows that are still there. The id makes the order total,
    // so that pages neither repeat nor skip a row; the columns behind it let SQLite count and search without reading the rows.
    private static void Resource<T>(ModelBuilder model, string table) where T : ResourceEntity =>
        model.Entity<T>(entity =>
        {
            entity.ToTable(table).HasKey(row => row.Id);
            entity.HasIndex(row => new { row.CreatedAt, row.Id, row.IsDeleted, row.WorkspaceId, row.SearchText }).HasFilter(IsThere);
            entity.HasIndex(row => new { row.Phase, row.CreatedAt, row.Id, row.IsDeleted }).IsDescending(false, true, true, false).HasFilter(IsThere);
            entity.HasIndex(row => new { row.WorkspaceId, row.Phase, row.CreatedAt, row.Id, row.IsDeleted })
                .IsDescending(false, false, true, true, false).HasFilter(IsThere);
            entity.HasIndex(row => new { row.OwnerName, row.CreatedAt, row.Id, row.IsDeleted }).IsDescending(false, true, true, false).HasFilter(IsThere);
            entity.HasIndex(row => new { row.Name, row.Id, row.IsDeleted }).HasFilter(IsThere);
            entity.HasIndex(row => new { row.CostSettledNanos, row.Id, row.IsDeleted }).HasFilter(IsThere);
            entity.HasIndex(row => row.BillingSince).HasFilter(Runs);
            entity.HasIndex(row => new { row.Phase, row.StatusSince }).IsDescending(false, true).HasFilter(Failed);
        });

    /// <summary>As EF itself writes the condition: SQLite takes a partial index only for the same words.</summary>
    private const string IsThere = "NOT \"IsDeleted\"";
    private const string Failed = "NOT \"IsDeleted\" AND \"Phase\" = 5";
    private const string Open = "\"ResolvedAt\" IS NULL";
    private const string Billed = "\"IsBilled\"";
    private const string Awaits = "\"AwaitsResume\"";
    private const string Guarded = "\"ResumeTimes\" > 0";
    private const string Runs = "\"BillingSince\" IS NOT NULL";

    private sealed class InstantConverter() : ValueConverter<DateTimeOffset, long>(
        instant => instant.ToUnixTimeMilliseconds(),
        milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
}
