using PaiConsole.Web.Shell;

namespace PaiConsole.Web.Tests.Hosting;

public sealed class StartTests
{
    [Fact]
    public async Task A_database_that_cannot_be_written_ends_the_program_with_exit_code_one()
    {
        var file = Path.GetTempFileName();
        var main = typeof(App).Assembly.EntryPoint!;
        string[] arguments =
        [
            "--applicationName=PaiConsole.Web", "--urls=http://127.0.0.1:0", "--Emulator:Embedded=false", "--Emulator:Url=http://127.0.0.1:9",
            $"--ConnectionStrings:PaiConsole=Data Source={Path.Combine(file, "console.db")}",
        ];
        var code = await Task.Run(() => main.Invoke(null, [arguments]), TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Equal(1, code);
        File.Delete(file);
    }
}
