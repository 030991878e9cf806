using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PaiConsole.Engine.Persistence.Migrations
{
    // What failed lately is asked for every two seconds, and is found without walking over everything that ever failed.
    /// <inheritdoc />
    public partial class Failed : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_services_Phase_StatusSince",
                table: "services",
                columns: new[] { "Phase", "StatusSince" },
                descending: new[] { false, true },
                filter: "NOT \"IsDeleted\" AND \"Phase\" = 5");

            migrationBuilder.CreateIndex(
                name: "IX_notebooks_Phase_StatusSince",
                table: "notebooks",
                columns: new[] { "Phase", "StatusSince" },
                descending: new[] { false, true },
                filter: "NOT \"IsDeleted\" AND \"Phase\" = 5");

            migrationBuilder.CreateIndex(
                name: "IX_jobs_Phase_StatusSince",
                table: "jobs",
                columns: new[] { "Phase", "StatusSince" },
                descending: new[] { false, true },
                filter: "NOT \"IsDeleted\" AND \"Phase\" = 5");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_services_Phase_StatusSince",
                table: "services");

            migrationBuilder.DropIndex(
                name: "IX_notebooks_Phase_StatusSince",
                table: "notebooks");

            migrationBuilder.DropIndex(
                name: "IX_jobs_Phase_StatusSince",
                table: "jobs");
        }
    }
}
