using System.Reflection;

namespace PaiConsole.Web.Tests.Architecture;

/// <summary>The arrows between the projects, in the project files and in what was compiled.</summary>
public sealed class ReferenceTests
{
    [Theory]
    [InlineData("PaiConsole.Domain", new string[0])]
    [InlineData("PaiConsole.Cloud", new string[0])]
    [InlineData("PaiConsole.Emulator", new string[0])]
    [InlineData("PaiConsole.Engine", new[] { "PaiConsole.Cloud", "PaiConsole.Domain" })]
    [InlineData("PaiConsole.Web", new[] { "PaiConsole.Domain", "PaiConsole.Emulator", "PaiConsole.Engine" })]
    public void A_project_references_only_what_the_arrows_allow(string project, string[] allowed) =>
        Assert.Equal(allowed, Repository.References(project, "ProjectReference"));

    [Fact]
    public void Domain_needs_no_package() => Assert.Empty(Repository.References("PaiConsole.Domain", "PackageReference"));

    [Fact]
    public void Domain_is_compiled_against_the_base_library_alone() =>
        Assert.DoesNotContain(ReferencesOf(typeof(Domain.Money)), name => !name.StartsWith("System.", StringComparison.Ordinal));

    [Theory]
    [InlineData("PaiConsole.Cloud")]
    [InlineData("PaiConsole.Emulator")]
    public void Cloud_and_emulator_were_compiled_without_anything_of_ours(string project) =>
        Assert.DoesNotContain(ReferencesOf(Assembly.Load(project)), IsOurs);

    [Fact]
    public void Web_names_neither_the_cloud_client_nor_the_database()
    {
        var named = ReferencesOf(typeof(global::PaiConsole.Web.Security.Actors));

        Assert.DoesNotContain("PaiConsole.Cloud", named);
        Assert.DoesNotContain(named, name => name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal));
    }

    [Fact]
    public void References_do_not_leak_through_other_projects()
    {
        var props = System.Xml.Linq.XDocument.Load(Path.Combine(Repository.Root, "Directory.Build.props"));

        Assert.Equal("true", props.Descendants("DisableTransitiveProjectReferences").First(element => element.Parent!.Attribute("Condition") is null).Value);
    }

    [Fact]
    public void Entity_framework_stays_inside_the_engine() =>
        Assert.All(
            Repository.ProjectFile("PaiConsole.Engine").Descendants("PackageReference")
                .Where(package => package.Attribute("Include")!.Value.Contains("EntityFrameworkCore", StringComparison.Ordinal)),
            package => Assert.Contains(package.Attribute("PrivateAssets")?.Value, new[] { "compile", "all" }));

    [Fact]
    public void Only_the_hosting_of_the_web_project_starts_the_emulator() =>
        Assert.All(
            Repository.Files("PaiConsole.Web").Where(file =>
                File.ReadAllText(Path.Combine(Repository.Source("PaiConsole.Web"), file)).Contains("PaiConsole.Emulator", StringComparison.Ordinal)),
            file => Assert.StartsWith("Hosting/", file, StringComparison.Ordinal));

    private static string[] ReferencesOf(Type type) => ReferencesOf(type.Assembly);

    private static string[] ReferencesOf(Assembly assembly) => [.. assembly.GetReferencedAssemblies().Select(name => name.Name!)];

    private static bool IsOurs(string name) => name.StartsWith("PaiConsole.", StringComparison.Ordinal);
}
