using Bunit;
using Microsoft.Extensions.DependencyInjection;
using PaiConsole.Domain;
using PaiConsole.Web.Shared;

namespace PaiConsole.Web.Tests.Shared;

public class ConfirmTests : PageTest
{
    [Fact]
    public async Task Deleting_waits_until_the_name_is_typed()
    {
        var host = Render<ConfirmHost>();
        var answer = Services.GetRequiredService<Confirm>().AskAsync(new Confirmation("Delete bert", "delete", "Gone for good.") { TypeName = "bert" });
        host.WaitForElement("[data-testid=confirm]");
        Assert.True(host.Find("[data-testid=confirm]").HasAttribute("disabled"));

        await host.Find("[data-testid=confirm-name]").InputAsync("bert");
        Assert.False(host.Find("[data-testid=confirm]").HasAttribute("disabled"));
        await host.Find("form").SubmitAsync();

        Assert.True(await answer);
    }

    [Fact]
    public async Task Cancelling_sends_nothing()
    {
        var host = Render<ConfirmHost>();
        var answer = Services.GetRequiredService<Confirm>().AskAsync(new Confirmation("Stop bert", "stop", "Kernels end."));
        host.WaitForElement("[data-testid=cancel]");

        await host.Find("[data-testid=cancel]").ClickAsync();

        Assert.False(await answer);
    }

    [Fact]
    public void The_money_stands_beside_the_consequence()
    {
        var host = Render<ConfirmHost>();
        _ = Services.GetRequiredService<Confirm>().AskAsync(new Confirmation("Stop bert", "stop", "Kernels end.") { Change = Money.Cny(-34.74m) });

        host.WaitForElement("[data-testid=confirm-cost]");

        Assert.Contains("−¥34.74", host.Find("[data-testid=confirm-cost]").TextContent, StringComparison.Ordinal);
    }
}
