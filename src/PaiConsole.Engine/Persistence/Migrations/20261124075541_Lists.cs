using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PaiConsole.Engine.Persistence.Migrations
{
    // Lists find their rows by indexes over what is still there, and every row has a time of creation.
    /// <inheritdoc />
    public partial class Lists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_services_IsDeleted_CreatedAt_Id",
                table: "services");

            migrationBuilder.DropIndex(
                name: "IX_services_IsDeleted_Name_Id",
                table: "services");

            migrationBuilder.DropIndex(
                name: "IX_services_IsDeleted_OwnerName_CreatedAt_Id",
                table: "services");

            migrationBuilder.DropIndex(
                name: "IX_services_IsDeleted_Phase_CreatedAt_Id",
                table: "services");

            migrationBuilder.DropIndex(
                name: "IX_services_IsDeleted_RateNanos_Id",
                table: "services");

            migrationBuilder.DropIndex(
                name: "IX_notebooks_IsDeleted_CreatedAt_Id",
                table: "notebooks");

            migrationBuilder.DropIndex(
                name: "IX_notebooks_IsDeleted_Name_Id",
                table: "notebooks");

            migrationBuilder.DropIndex(
                name: "IX_notebooks_IsDeleted_OwnerName_CreatedAt_Id",
                table: "notebooks");

            migrationBuilder.DropIndex(
                name: "IX_notebooks_IsDeleted_Phase_CreatedAt_Id",
                table: "notebooks");

            migrationBuilder.DropIndex(
                name: "IX_notebooks_IsDeleted_RateNanos_Id",
                table: "notebooks");

            migrationBuilder.DropIndex(
                name: "IX_jobs_IsDeleted_CreatedAt_Id",
                table: "jobs");

            migrationBuilder.DropIndex(
                name: "IX_jobs_IsDeleted_Name_Id",
                table: "jobs");

            migrationBuilder.DropIndex(
                name: "IX_jobs_IsDeleted_OwnerName_CreatedAt_Id",
                table: "jobs");

            migrationBuilder.DropIndex(
                name: "IX_jobs_IsDeleted_Phase_CreatedAt_Id",
                table: "jobs");

            migrationBuilder.DropIndex(
                name: "IX_jobs_IsDeleted_RateNanos_Id",
                table: "jobs");

            foreach (var table in new[] { "services", "notebooks", "jobs" })
                migrationBuilder.Sql($"UPDATE \"{table}\" SET \"CreatedAt\" = \"FirstSeenAt\" WHERE \"CreatedAt\" IS NULL");

            migrationBuilder.AlterColumn<long>(
                name: "CreatedAt",
                table: "services",
                nullable: false,
                oldClrType: typeof(long),
                oldNullable: true);

            migrationBuilder.AlterColumn<long>(
                name: "CreatedAt",
                table: "notebooks",
                nullable: false,
                oldClrType: typeof(long),
                oldNullable: true);

            migrationBuilder.AlterColumn<long>(
                name: "CreatedAt",
                table: "jobs",
                nullable: false,
                oldClrType: typeof(long),
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_services_BillingSince",
                table: "services",
                column: "BillingSince",
                filter: "\"BillingSince\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_services_CostSettledNanos_Id_IsDeleted",
                table: "services",
                columns: new[] { "CostSettledNanos", "Id", "IsDeleted" },
                filter: "NOT \"IsDeleted\"");

            migrationBuilder.CreateIndex(
                name: "IX_services_CreatedAt_Id_IsDeleted_WorkspaceId_SearchText",
                table: "services",
                columns: new[] { "CreatedAt", "Id", "IsDeleted", "WorkspaceId", "SearchText" },
                filter: "NOT \"IsDeleted\"");

            migrationBuilder.CreateIndex(
                name: "IX_services_Name_Id_IsDeleted",
                table: "services",
                columns: new[] { "Name", "Id", "IsDeleted" },
                filter: "NOT \"IsDeleted\"");

            migrationBuilder.CreateIndex(
                name: "IX_services_OwnerName_CreatedAt_Id_IsDeleted",
                table: "services",
                columns: new[] { "OwnerName", "CreatedAt", "Id", "IsDeleted" },
                descending: new[] { false, true, true, false },
                filter: "NOT \"IsDeleted\"");

            migrationBuilder.CreateIndex(
                name: "IX_services_Phase_CreatedAt_Id_IsDeleted",
                table: "services",
                columns: new[] { "Phase", "CreatedAt", "Id", "IsDeleted" },
                descending: new[] { false, true, true, false },
                filter: "NOT \"IsDeleted\"");

            migrationBuilder.CreateIndex(
                name: "IX_services_WorkspaceId_Phase_CreatedAt_Id_IsDeleted",
                table: "services",
                columns: new[] { "WorkspaceId", "Phase", "CreatedAt", "Id", "IsDeleted" },
                descending: new[] { false, false, true, true, false },
                filter: "NOT \"IsDeleted\"");

            migrationBuilder.CreateIndex(
                name: "IX_notebooks_BillingSince",
                table: "notebooks",
                column: "BillingSince",
                filter: "\"BillingSince\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_notebooks_CostSettledNanos_Id_IsDeleted",
                table: "notebooks",
                columns: new[] { "CostSettledNanos", "Id", "IsDeleted" },
                filter: "NOT \"IsDeleted\"");

            migrationBuilder.CreateIndex(
                name: "IX_notebooks_CreatedAt_Id_IsDeleted_WorkspaceId_SearchText",
                table: "notebooks",
                columns: new[] { "CreatedAt", "Id", "IsDeleted", "WorkspaceId", "SearchText" },
                filter: "NOT \"IsDeleted\"");

            migrationBuilder.CreateIndex(
                name: "IX_notebooks_Name_Id_IsDeleted",
                table: "notebooks",
                columns: new[] { "Name", "Id", "IsDeleted" },
                filter: "NOT \"IsDeleted\"");

            migrationBuilder.CreateIndex(
                name: "IX_notebooks_OwnerName_CreatedAt_Id_IsDeleted",
                table: "notebooks",
                columns: new[] { "OwnerName", "CreatedAt", "Id", "IsDeleted" },
                descending: new[] { false, true, true, false },
                filter: "NOT \"IsDeleted\"");

            migrationBuilder.CreateIndex(
                name: "IX_notebooks_Phase_CreatedAt_Id_IsDeleted",
                table: "notebooks",
                columns: new[] { "Phase", "CreatedAt", "Id", "IsDeleted" },
                descending: new[] { false, true, true, false },
                filter: "NOT \"IsDeleted\"");

            migrationBuilder.CreateIndex(
                name: "IX_notebooks_WorkspaceId_Phase_CreatedAt_Id_IsDeleted",
                table: "notebooks",
                columns: new[] { "WorkspaceId", "Phase", "CreatedAt", "Id", "IsDeleted" },
                descending: new[] { false, false, true, true, false },
                filter: "NOT \"IsDeleted\"");

            migrationBuilder.CreateIndex(
                name: "IX_jobs_BillingSince",
                table: "jobs",
                column: "BillingSince",
                filter: "\"BillingSince\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_jobs_CostSettledNanos_Id_IsDeleted",
                table: "jobs",
                columns: new[] { "CostSettledNanos", "Id", "IsDeleted" },
                filter: "NOT \"IsDeleted\"");

            migrationBuilder.CreateIndex(
                name: "IX_jobs_CreatedAt_Id_IsDeleted_WorkspaceId_SearchText",
                table: "jobs",
                columns: new[] { "CreatedAt", "Id", "IsDeleted", "WorkspaceId", "SearchText" },
                filter: "NOT \"IsDeleted\"");

            migrationBuilder.CreateIndex(
                name: "IX_jobs_Name_Id_IsDeleted",
                table: "jobs",
                columns: new[] { "Name", "Id", "IsDeleted" },
                filter: "NOT \"IsDeleted\"");

            migrationBuilder.CreateIndex(
                name: "IX_jobs_OwnerName_CreatedAt_Id_IsDeleted",
                table: "jobs",
                columns: new[] { "OwnerName", "CreatedAt", "Id", "IsDeleted" },
                descending: new[] { false, true, true, false },
                filter: "NOT \"IsDeleted\"");

            migrationBuilder.CreateIndex(
                name: "IX_jobs_Phase_CreatedAt_Id_IsDeleted",
                table: "jobs",
                columns: new[] { "Phase", "CreatedAt", "Id", "IsDeleted" },
                descending: new[] { false, true, true, false },
                filter: "NOT \"IsDeleted\"");

            migrationBuilder.CreateIndex(
                name: "IX_jobs_WorkspaceId_Phase_CreatedAt_Id_IsDeleted",
                table: "jobs",
                columns: new[] { "WorkspaceId", "Phase", "CreatedAt", "Id", "IsDeleted" },
                descending: new[] { false, false, true, true, false },
                filter: "NOT \"IsDeleted\"");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_services_BillingSince",
                table: "services");

            migrationBuilder.DropIndex(
                name: "IX_services_CostSettledNanos_Id_IsDeleted",
                table: "services");

            migrationBuilder.DropIndex(
                name: "IX_services_CreatedAt_Id_IsDeleted_WorkspaceId_SearchText",
                table: "services");

            migrationBuilder.DropIndex(
                name: "IX_services_Name_Id_IsDeleted",
                table: "services");

            migrationBuilder.DropIndex(
                name: "IX_services_OwnerName_CreatedAt_Id_IsDeleted",
                table: "services");

            migrationBuilder.DropIndex(
                name: "IX_services_Phase_CreatedAt_Id_IsDeleted",
                table: "services");

            migrationBuilder.DropIndex(
                name: "IX_services_WorkspaceId_Phase_CreatedAt_Id_IsDeleted",
                table: "services");

            migrationBuilder.DropIndex(
                name: "IX_notebooks_BillingSince",
                table: "notebooks");

            migrationBuilder.DropIndex(
                name: "IX_notebooks_CostSettledNanos_Id_IsDeleted",
                table: "notebooks");

            migrationBuilder.DropIndex(
                name: "IX_notebooks_CreatedAt_Id_IsDeleted_WorkspaceId_SearchText",
                table: "notebooks");

            migrationBuilder.DropIndex(
                name: "IX_notebooks_Name_Id_IsDeleted",
                table: "notebooks");

            migrationBuilder.DropIndex(
                name: "IX_notebooks_OwnerName_CreatedAt_Id_IsDeleted",
                table: "notebooks");

            migrationBuilder.DropIndex(
                name: "IX_notebooks_Phase_CreatedAt_Id_IsDeleted",
                table: "notebooks");

            migrationBuilder.DropIndex(
                name: "IX_notebooks_WorkspaceId_Phase_CreatedAt_Id_IsDeleted",
                table: "notebooks");

            migrationBuilder.DropIndex(
                name: "IX_jobs_BillingSince",
                table: "jobs");

            migrationBuilder.DropIndex(
                name: "IX_jobs_CostSettledNanos_Id_IsDeleted",
                table: "jobs");

            migrationBuilder.DropIndex(
                name: "IX_jobs_CreatedAt_Id_IsDeleted_WorkspaceId_SearchText",
                table: "jobs");

            migrationBuilder.DropIndex(
                name: "IX_jobs_Name_Id_IsDeleted",
                table: "jobs");

            migrationBuilder.DropIndex(
                name: "IX_jobs_OwnerName_CreatedAt_Id_IsDeleted",
                table: "jobs");

            migrationBuilder.DropIndex(
                name: "IX_jobs_Phase_CreatedAt_Id_IsDeleted",
                table: "jobs");

            migrationBuilder.DropIndex(
                name: "IX_jobs_WorkspaceId_Phase_CreatedAt_Id_IsDeleted",
                table: "jobs");

            migrationBuilder.AlterColumn<long>(
                name: "CreatedAt",
                table: "services",
                nullable: true,
                oldClrType: typeof(long));

            migrationBuilder.AlterColumn<long>(
                name: "CreatedAt",
                table: "notebooks",
                nullable: true,
                oldClrType: typeof(long));

            migrationBuilder.AlterColumn<long>(
                name: "CreatedAt",
                table: "jobs",
                nullable: true,
                oldClrType: typeof(long));

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
        }
    }
}
