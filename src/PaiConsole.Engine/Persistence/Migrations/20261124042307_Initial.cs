using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PaiConsole.Engine.Persistence.Migrations
{
    // Columns name no types: SQLite and PostgreSQL each take their own for the CLR type.
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "audit",
                columns: table => new
                {
                    Seq = table.Column<long>(nullable: false),
                    At = table.Column<long>(nullable: false),
                    Actor = table.Column<string>(nullable: false),
                    Role = table.Column<string>(nullable: false),
                    Action = table.Column<string>(nullable: false),
                    Target = table.Column<string>(nullable: false),
                    Outcome = table.Column<string>(nullable: false),
                    Detail = table.Column<string>(nullable: false),
                    PreviousHash = table.Column<string>(nullable: false),
                    Hash = table.Column<string>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "jobs",
                columns: table => new
                {
                    Id = table.Column<string>(nullable: false),
                    Type = table.Column<string>(nullable: false),
                    Restarts = table.Column<int>(nullable: false),
                    FinishedAt = table.Column<long>(nullable: true),
                    ModifiedAt = table.Column<long>(nullable: true),
                    IsSpot = table.Column<bool>(nullable: false),
                    IsTerminal = table.Column<bool>(nullable: false),
                    Name = table.Column<string>(nullable: false),
                    SearchText = table.Column<string>(nullable: false),
                    StatusWord = table.Column<string>(nullable: false),
                    Phase = table.Column<int>(nullable: false),
                    StatusSince = table.Column<long>(nullable: false),
                    OwnerId = table.Column<string>(nullable: false),
                    OwnerName = table.Column<string>(nullable: false),
                    WorkspaceId = table.Column<string>(nullable: true),
                    Sku = table.Column<string>(nullable: true),
                    Units = table.Column<int>(nullable: false),
                    CreatedAt = table.Column<long>(nullable: true),
                    FirstSeenAt = table.Column<long>(nullable: false),
                    DeletedAt = table.Column<long>(nullable: true),
                    IsDeleted = table.Column<bool>(nullable: false),
                    RateNanos = table.Column<long>(nullable: true),
                    RateIsUpperBound = table.Column<bool>(nullable: false),
                    CostSettledNanos = table.Column<long>(nullable: false),
                    CostIsLowerBound = table.Column<bool>(nullable: false),
                    BillingSince = table.Column<long>(nullable: true),
                    Currency = table.Column<string>(nullable: false),
                    IntervalSeq = table.Column<int>(nullable: false),
                    Revision = table.Column<long>(nullable: false),
                    Fingerprint = table.Column<long>(nullable: false),
                    Document = table.Column<string>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_jobs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "notebooks",
                columns: table => new
                {
                    Id = table.Column<string>(nullable: false),
                    IdleMinutes = table.Column<int>(nullable: true),
                    IdleRuleMinutes = table.Column<int>(nullable: true),
                    ShutdownDueAt = table.Column<long>(nullable: true),
                    HasGpu = table.Column<bool>(nullable: false),
                    Name = table.Column<string>(nullable: false),
                    SearchText = table.Column<string>(nullable: false),
                    StatusWord = table.Column<string>(nullable: false),
                    Phase = table.Column<int>(nullable: false),
                    StatusSince = table.Column<long>(nullable: false),
                    OwnerId = table.Column<string>(nullable: false),
                    OwnerName = table.Column<string>(nullable: false),
                    WorkspaceId = table.Column<string>(nullable: true),
                    Sku = table.Column<string>(nullable: true),
                    Units = table.Column<int>(nullable: false),
                    CreatedAt = table.Column<long>(nullable: true),
                    FirstSeenAt = table.Column<long>(nullable: false),
                    DeletedAt = table.Column<long>(nullable: true),
                    IsDeleted = table.Column<bool>(nullable: false),
                    RateNanos = table.Column<long>(nullable: true),
                    RateIsUpperBound = table.Column<bool>(nullable: false),
                    CostSettledNanos = table.Column<long>(nullable: false),
                    CostIsLowerBound = table.Column<bool>(nullable: false),
                    BillingSince = table.Column<long>(nullable: true),
                    Currency = table.Column<string>(nullable: false),
                    IntervalSeq = table.Column<int>(nullable: false),
                    Revision = table.Column<long>(nullable: false),
                    Fingerprint = table.Column<long>(nullable: false),
                    Document = table.Column<string>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notebooks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "operations",
                columns: table => new
                {
                    Id = table.Column<string>(nullable: false),
                    Kind = table.Column<string>(nullable: false),
                    TargetKind = table.Column<int>(nullable: false),
                    TargetId = table.Column<string>(nullable: true),
                    TargetName = table.Column<string>(nullable: false),
                    Status = table.Column<int>(nullable: false),
                    IsSettled = table.Column<bool>(nullable: false),
                    RequestedBy = table.Column<string>(nullable: false),
                    RequestedAt = table.Column<long>(nullable: false),
                    SentAt = table.Column<long>(nullable: true),
                    AnsweredAt = table.Column<long>(nullable: true),
                    SettledAt = table.Column<long>(nullable: true),
                    Attempts = table.Column<int>(nullable: false),
                    LastAttemptAt = table.Column<long>(nullable: true),
                    LastProblem = table.Column<string>(nullable: true),
                    Body = table.Column<string>(nullable: false),
                    BodyHash = table.Column<string>(nullable: false),
                    IdempotencyKey = table.Column<string>(nullable: true),
                    Findings = table.Column<string>(nullable: false),
                    ErrorCode = table.Column<string>(nullable: true),
                    ErrorMessage = table.Column<string>(nullable: true),
                    CloudRequestId = table.Column<string>(nullable: true),
                    ParentId = table.Column<string>(nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_operations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "reference_data",
                columns: table => new
                {
                    Key = table.Column<string>(nullable: false),
                    Document = table.Column<string>(nullable: false),
                    AsOf = table.Column<long>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reference_data", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "services",
                columns: table => new
                {
                    Id = table.Column<string>(nullable: false),
                    ServiceId = table.Column<string>(nullable: false),
                    RunningUnits = table.Column<int>(nullable: false),
                    GroupName = table.Column<string>(nullable: true),
                    Weight = table.Column<int>(nullable: true),
                    Version = table.Column<int>(nullable: true),
                    Autoscaled = table.Column<bool>(nullable: false),
                    Name = table.Column<string>(nullable: false),
                    SearchText = table.Column<string>(nullable: false),
                    StatusWord = table.Column<string>(nullable: false),
                    Phase = table.Column<int>(nullable: false),
                    StatusSince = table.Column<long>(nullable: false),
                    OwnerId = table.Column<string>(nullable: false),
                    OwnerName = table.Column<string>(nullable: false),
                    WorkspaceId = table.Column<string>(nullable: true),
                    Sku = table.Column<string>(nullable: true),
                    Units = table.Column<int>(nullable: false),
                    CreatedAt = table.Column<long>(nullable: true),
                    FirstSeenAt = table.Column<long>(nullable: false),
                    DeletedAt = table.Column<long>(nullable: true),
                    IsDeleted = table.Column<bool>(nullable: false),
                    RateNanos = table.Column<long>(nullable: true),
                    RateIsUpperBound = table.Column<bool>(nullable: false),
                    CostSettledNanos = table.Column<long>(nullable: false),
                    CostIsLowerBound = table.Column<bool>(nullable: false),
                    BillingSince = table.Column<long>(nullable: true),
                    Currency = table.Column<string>(nullable: false),
                    IntervalSeq = table.Column<int>(nullable: false),
                    Revision = table.Column<long>(nullable: false),
                    Fingerprint = table.Column<long>(nullable: false),
                    Document = table.Column<string>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_services", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "state_intervals",
                columns: table => new
                {
                    Kind = table.Column<int>(nullable: false),
                    ResourceId = table.Column<string>(nullable: false),
                    Seq = table.Column<int>(nullable: false),
                    StatusWord = table.Column<string>(nullable: false),
                    Phase = table.Column<int>(nullable: false),
                    From = table.Column<long>(nullable: false),
                    To = table.Column<long>(nullable: true),
                    IsBilled = table.Column<bool>(nullable: false),
                    Sku = table.Column<string>(nullable: true),
                    Units = table.Column<int>(nullable: false),
                    RateNanos = table.Column<long>(nullable: true),
                    Currency = table.Column<string>(nullable: false),
                    ReasonCode = table.Column<string>(nullable: true),
                    ReasonMessage = table.Column<string>(nullable: true),
                    IsFromCloud = table.Column<bool>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_state_intervals", x => new { x.Kind, x.ResourceId, x.Seq });
                });

            migrationBuilder.CreateTable(
                name: "sync_state",
                columns: table => new
                {
                    Key = table.Column<string>(nullable: false),
                    Cursor = table.Column<string>(nullable: true),
                    LastGoodAt = table.Column<long>(nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sync_state", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "tokens",
                columns: table => new
                {
                    Id = table.Column<string>(nullable: false),
                    Name = table.Column<string>(nullable: false),
                    Role = table.Column<int>(nullable: false),
                    SecretHash = table.Column<string>(nullable: false),
                    CreatedBy = table.Column<string>(nullable: false),
                    CreatedAt = table.Column<long>(nullable: false),
                    RevokedAt = table.Column<long>(nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tokens", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_jobs_IsDeleted_CreatedAt_Id",
                table: "jobs",
                columns: new[] { "IsDeleted", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_jobs_IsDeleted_Name_Id",
                table: "jobs",
                columns: new[] { "IsDeleted", "Name", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_jobs_IsDeleted_OwnerName_CreatedAt_Id",
                table: "jobs",
                columns: new[] { "IsDeleted", "OwnerName", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_jobs_IsDeleted_Phase_CreatedAt_Id",
                table: "jobs",
                columns: new[] { "IsDeleted", "Phase", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_jobs_IsDeleted_RateNanos_Id",
                table: "jobs",
                columns: new[] { "IsDeleted", "RateNanos", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_jobs_IsTerminal_Id",
                table: "jobs",
                columns: new[] { "IsTerminal", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_notebooks_IsDeleted_CreatedAt_Id",
                table: "notebooks",
                columns: new[] { "IsDeleted", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_notebooks_IsDeleted_Name_Id",
                table: "notebooks",
                columns: new[] { "IsDeleted", "Name", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_notebooks_IsDeleted_OwnerName_CreatedAt_Id",
                table: "notebooks",
                columns: new[] { "IsDeleted", "OwnerName", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_notebooks_IsDeleted_Phase_CreatedAt_Id",
                table: "notebooks",
                columns: new[] { "IsDeleted", "Phase", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_notebooks_IsDeleted_RateNanos_Id",
                table: "notebooks",
                columns: new[] { "IsDeleted", "RateNanos", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_operations_IdempotencyKey",
                table: "operations",
                column: "IdempotencyKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_operations_IsSettled_Id",
                table: "operations",
                columns: new[] { "IsSettled", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_operations_TargetKind_TargetId",
                table: "operations",
                columns: new[] { "TargetKind", "TargetId" });

            migrationBuilder.CreateIndex(
                name: "IX_services_IsDeleted_CreatedAt_Id",
                table: "services",
                columns: new[] { "IsDeleted", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_services_IsDeleted_Name_Id",
                table: "services",
                columns: new[] { "IsDeleted", "Name", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_services_IsDeleted_OwnerName_CreatedAt_Id",
                table: "services",
                columns: new[] { "IsDeleted", "OwnerName", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_services_IsDeleted_Phase_CreatedAt_Id",
                table: "services",
                columns: new[] { "IsDeleted", "Phase", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_services_IsDeleted_RateNanos_Id",
                table: "services",
                columns: new[] { "IsDeleted", "RateNanos", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_state_intervals_From",
                table: "state_intervals",
                column: "From",
                descending: new bool[0]);

            migrationBuilder.CreateIndex(
                name: "IX_tokens_SecretHash",
                table: "tokens",
                column: "SecretHash",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit");

            migrationBuilder.DropTable(
                name: "jobs");

            migrationBuilder.DropTable(
                name: "notebooks");

            migrationBuilder.DropTable(
                name: "operations");

            migrationBuilder.DropTable(
                name: "reference_data");

            migrationBuilder.DropTable(
                name: "services");

            migrationBuilder.DropTable(
                name: "state_intervals");

            migrationBuilder.DropTable(
                name: "sync_state");

            migrationBuilder.DropTable(
                name: "tokens");
        }
    }
}
