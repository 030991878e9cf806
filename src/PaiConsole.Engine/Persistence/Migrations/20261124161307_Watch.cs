using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PaiConsole.Engine.Persistence.Migrations
{
    // Use of notebooks, alerts, and operations of more than one call.
    /// <inheritdoc />
    public partial class Watch : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Stage",
                table: "operations",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "StageAt",
                table: "operations",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "HeldSince",
                table: "notebooks",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "HeldUntil",
                table: "notebooks",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "alerts",
                columns: table => new
                {
                    Id = table.Column<string>(nullable: false),
                    Topic = table.Column<string>(nullable: false),
                    RuleId = table.Column<string>(nullable: false),
                    Severity = table.Column<int>(nullable: false),
                    Kind = table.Column<int>(nullable: false),
                    ResourceId = table.Column<string>(nullable: false),
                    ResourceName = table.Column<string>(nullable: false),
                    OwnerName = table.Column<string>(nullable: false),
                    Since = table.Column<long>(nullable: false),
                    OpenedAt = table.Column<long>(nullable: false),
                    ClearSince = table.Column<long>(nullable: true),
                    ResolvedAt = table.Column<long>(nullable: true),
                    CountsFrom = table.Column<long>(nullable: true),
                    RateNanos = table.Column<long>(nullable: true),
                    Currency = table.Column<string>(nullable: false),
                    CountsTo = table.Column<long>(nullable: true),
                    SettledNanos = table.Column<long>(nullable: true),
                    Detail = table.Column<string>(nullable: true),
                    AcknowledgedAt = table.Column<long>(nullable: true),
                    AcknowledgedBy = table.Column<string>(nullable: true),
                    SnoozedUntil = table.Column<long>(nullable: true),
                    SnoozedBy = table.Column<string>(nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_alerts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "idle_runs",
                columns: table => new
                {
                    ResourceId = table.Column<string>(nullable: false),
                    From = table.Column<long>(nullable: false),
                    To = table.Column<long>(nullable: false),
                    End = table.Column<int>(nullable: false),
                    RuleMinutes = table.Column<int>(nullable: true),
                    StoppedByRule = table.Column<bool>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_idle_runs", x => new { x.ResourceId, x.From });
                });

            migrationBuilder.CreateTable(
                name: "notebook_use",
                columns: table => new
                {
                    Id = table.Column<string>(nullable: false),
                    SessionFrom = table.Column<long>(nullable: false),
                    IdleSince = table.Column<long>(nullable: true),
                    JudgedTo = table.Column<long>(nullable: true),
                    CpuPercent = table.Column<double>(nullable: true),
                    GpuPercent = table.Column<double>(nullable: true),
                    Policies = table.Column<string>(nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notebook_use", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_state_intervals_Kind_To",
                table: "state_intervals",
                columns: new[] { "Kind", "To" },
                filter: "\"IsBilled\"");

            migrationBuilder.CreateIndex(
                name: "IX_alerts_Kind_ResourceId_Topic",
                table: "alerts",
                columns: new[] { "Kind", "ResourceId", "Topic" },
                unique: true,
                filter: "\"ResolvedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_alerts_ResolvedAt",
                table: "alerts",
                column: "ResolvedAt",
                descending: new bool[0]);

            migrationBuilder.CreateIndex(
                name: "IX_idle_runs_To",
                table: "idle_runs",
                column: "To",
                descending: new bool[0]);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "alerts");

            migrationBuilder.DropTable(
                name: "idle_runs");

            migrationBuilder.DropTable(
                name: "notebook_use");

            migrationBuilder.DropIndex(
                name: "IX_state_intervals_Kind_To",
                table: "state_intervals");

            migrationBuilder.DropColumn(
                name: "Stage",
                table: "operations");

            migrationBuilder.DropColumn(
                name: "StageAt",
                table: "operations");

            migrationBuilder.DropColumn(
                name: "HeldSince",
                table: "notebooks");

            migrationBuilder.DropColumn(
                name: "HeldUntil",
                table: "notebooks");
        }
    }
}
