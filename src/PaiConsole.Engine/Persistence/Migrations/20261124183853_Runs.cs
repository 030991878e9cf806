using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PaiConsole.Engine.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Runs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "AwaitsResume",
                table: "jobs",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "ResumeTimes",
                table: "jobs",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "ResumesId",
                table: "jobs",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RunId",
                table: "jobs",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SweepId",
                table: "jobs",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_jobs_FinishedAt",
                table: "jobs",
                column: "FinishedAt",
                filter: "\"AwaitsResume\"");

            migrationBuilder.CreateIndex(
                name: "IX_jobs_IsTerminal_ResumeTimes",
                table: "jobs",
                columns: new[] { "IsTerminal", "ResumeTimes" },
                filter: "\"ResumeTimes\" > 0");

            migrationBuilder.CreateIndex(
                name: "IX_jobs_ResumesId",
                table: "jobs",
                column: "ResumesId",
                filter: "\"ResumesId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_jobs_RunId",
                table: "jobs",
                column: "RunId",
                filter: "\"RunId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_jobs_SweepId",
                table: "jobs",
                column: "SweepId",
                filter: "\"SweepId\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_jobs_FinishedAt",
                table: "jobs");

            migrationBuilder.DropIndex(
                name: "IX_jobs_IsTerminal_ResumeTimes",
                table: "jobs");

            migrationBuilder.DropIndex(
                name: "IX_jobs_ResumesId",
                table: "jobs");

            migrationBuilder.DropIndex(
                name: "IX_jobs_RunId",
                table: "jobs");

            migrationBuilder.DropIndex(
                name: "IX_jobs_SweepId",
                table: "jobs");

            migrationBuilder.DropColumn(
                name: "AwaitsResume",
                table: "jobs");

            migrationBuilder.DropColumn(
                name: "ResumeTimes",
                table: "jobs");

            migrationBuilder.DropColumn(
                name: "ResumesId",
                table: "jobs");

            migrationBuilder.DropColumn(
                name: "RunId",
                table: "jobs");

            migrationBuilder.DropColumn(
                name: "SweepId",
                table: "jobs");
        }
    }
}
