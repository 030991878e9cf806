using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Dependencies;
using ArchUnitNET.Domain.Extensions;
using ArchUnitNET.Loader;
using ArchModel = ArchUnitNET.Domain.Architecture;

namespace PaiConsole.Web.Tests.Architecture;

/// <summary>What may happen where inside the engine and the pages.</summary>
public sealed class SliceTests
{
    private const string Engine = "PaiConsole.Engine";

    private static readonly ArchModel Code = new ArchLoader()
        .LoadAssemblies(typeof(Engine.EngineServices).Assembly, typeof(global::PaiConsole.Web.Security.Actors).Assembly).Build();

    [Theory]
    [InlineData("PaiConsole.Engine", "Notebooks")]
    [InlineData("PaiConsole.Engine", "Jobs")]
    [InlineData("PaiConsole.Engine", "Services")]
    [InlineData("PaiConsole.Web", "Notebooks")]
    [InlineData("PaiConsole.Web", "Jobs")]
    [InlineData("PaiConsole.Web", "Services")]
    public void A_slice_does_not_reach_into_another(string project, string slice)
    {
        var others = new[] { "Notebooks", "Jobs", "Services" }.Where(other => other != slice)
            .SelectMany(other => new[] { $"{Engine}.{other}", $"PaiConsole.Web.{other}" }).ToArray();
        var crossings = Code.Types
            .Where(type => IsIn(type, $"{project}.{slice}"))
            .SelectMany(type => type.Dependencies)
            .Where(dependency => others.Any(other => IsIn(dependency.Target, other)))
            .Select(dependency => $"{dependency.Origin.FullName} -> {dependency.Target.FullName}")
            .Distinct(StringComparer.Ordinal);

        Assert.Empty(crossings);
    }

    [Fact]
    public void Only_reconcilers_write_what_was_observed()
    {
        string[] theirTools = ["StateBook", "Rates"];
        var writers = CallersOf(method => method.Name.StartsWith("set_", StringComparison.Ordinal)
            && method.DeclaringType.Name is "ResourceEntity" or "NotebookEntity" or "JobEntity" or "ServiceEntity" or "StateInterval");

        Assert.NotEmpty(writers);
        Assert.DoesNotContain(writers, writer => !writer.Contains("Reconciler", StringComparison.Ordinal) && !theirTools.Contains(writer, StringComparer.Ordinal));
    }

    [Fact]
    public void Only_commands_ask_for_an_operation()
    {
        var askers = CallersOf(method => method.DeclaringType.Name == "CommandGate" && method.Name.StartsWith("Admit", StringComparison.Ordinal));

        Assert.NotEmpty(askers);
        Assert.DoesNotContain(askers, asker => asker != "CommandGate" && !asker.EndsWith("Commands", StringComparison.Ordinal));
    }

    private static string[] CallersOf(Func<MethodMember, bool> isTarget) =>
        [.. Code.MethodMembers.Where(isTarget)
            .SelectMany(method => method.MemberBackwardsDependencies.OfType<MethodCallDependency>())
            .Select(call => Outermost(call.Origin))
            .Where(name => !name.EndsWith("Entity", StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal)];

    // Lambdas and async methods are compiled into types nested in the one that people wrote.
    private static string Outermost(IType type) => type.FullName.Split('+')[0].Split('.')[^1].Split('`')[0].Split('/')[0];

    private static bool IsIn(IType type, string space) =>
        type.FullName.StartsWith(space + ".", StringComparison.Ordinal);
}
