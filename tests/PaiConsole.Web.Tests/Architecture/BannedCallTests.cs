namespace PaiConsole.Web.Tests.Architecture;

/// <summary>The clock, sockets and waiting are banned by an analyzer; these tests see that it stays switched on.</summary>
public sealed class BannedCallTests
{
    [Theory]
    [InlineData("P:System.DateTime.Now")]
    [InlineData("P:System.DateTime.UtcNow")]
    [InlineData("P:System.DateTimeOffset.Now")]
    [InlineData("P:System.DateTimeOffset.UtcNow")]
    [InlineData("M:System.Net.Http.HttpClient.#ctor")]
    [InlineData("P:System.Threading.Tasks.Task`1.Result")]
    [InlineData("M:System.Threading.Tasks.Task.Wait")]
    [InlineData("M:System.Threading.Thread.Sleep(System.Int32)")]
    [InlineData("M:System.Threading.Tasks.Task.Delay(System.TimeSpan)")]
    public void It_is_banned(string symbol) =>
        Assert.Contains(
            File.ReadLines(Path.Combine(Repository.Root, "BannedSymbols.txt")),
            line => line.StartsWith(symbol + ";", StringComparison.Ordinal));

    [Theory]
    [InlineData("PaiConsole.Domain")]
    [InlineData("PaiConsole.Cloud")]
    [InlineData("PaiConsole.Engine")]
    [InlineData("PaiConsole.Web")]
    [InlineData("PaiConsole.Emulator")]
    public void No_project_switches_the_ban_off(string project)
    {
        string[] waysOut = ["RS0030", "BannedApiAnalyzers", "<TreatWarningsAsErrors>false", "<NoWarn>"];
        var text = Repository.ProjectFile(project).ToString();

        Assert.DoesNotContain(waysOut, way => text.Contains(way, StringComparison.Ordinal));
        Assert.DoesNotContain(
            Repository.Files(project),
            file => File.ReadAllText(Path.Combine(Repository.Source(project), file)).Contains("RS0030", StringComparison.Ordinal));
    }
}
