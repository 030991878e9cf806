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
    public DbSet<SyncStateEntity> SyncStates => Set<SyncStateEntity>();
    public DbSet<ReferenceEntity> References => Set<ReferenceEntity>();

    protected override void ConfigureConventions(ModelConfigurationBuilder builder) =>
        builder.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        Resource<NotebookEntity>(model, "notebooks");
        Resource<JobEntity>(model, "jobs");
        Resource<ServiceEntity>(model, "services");
        model.Entity<JobEntity>().HasIndex(row => new { row.IsTerminal, row.Id });

        model.Entity<StateInterval>(entity =>
        {
            entity.ToTable("state_intervals").HasKey(row => new { row.Kind, row.ResourceId, row.Seq });
            entity.HasIndex(row => row.From).IsDescending();
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
        model.Entity<SyncStateEntity>().ToTable("sync_state").HasKey(row => row.Key);
        model.Entity<ReferenceEntity>().ToTable("reference_data").HasKey(row => row.Key);
    }

    // Each index answers one way of looking at a list: newest first, by phase, by owner, by name, by rate.
    // The id at the end makes the order total, so that pages neither repeat nor skip a row.
    private static void Resource<T>(ModelBuilder model, string table) where T : ResourceEntity =>
        model.Entity<T>(entity =>
        {
            entity.ToTable(table).HasKey(row => row.Id);
            entity.HasIndex(row => new { row.IsDeleted, row.CreatedAt, row.Id });
            entity.HasIndex(row => new { row.IsDeleted, row.Phase, row.CreatedAt, row.Id });
            entity.HasIndex(row => new { row.IsDeleted, row.OwnerName, row.CreatedAt, row.Id });
            entity.HasIndex(row => new { row.IsDeleted, row.Name, row.Id });
            entity.HasIndex(row => new { row.IsDeleted, row.RateNanos, row.Id });
        });

    private sealed class InstantConverter() : ValueConverter<DateTimeOffset, long>(
        instant => instant.ToUnixTimeMilliseconds(),
        milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
}
