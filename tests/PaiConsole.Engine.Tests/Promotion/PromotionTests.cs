using PaiConsole.Domain.Notebooks;
using PaiConsole.Domain.Workspaces;
using PaiConsole.Engine.Listing;
using PaiConsole.Engine.Notebooks;
using PaiConsole.Engine.Operations;
using PaiConsole.Engine.Promotion;
using PaiConsole.Engine.Tests.Hosting;

namespace PaiConsole.Engine.Tests.Promotion;

public sealed class PromotionTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_job_takes_image_machine_and_mounts_of_a_notebook_and_no_command()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        var asked = new NotebookSpec
        {
            Name = "to_promote", Sku = "ecs.gn7i-c8g1.2xlarge", Use = NotebookUse.Train,
            Image = "dsw-registry-vpc.cn-shanghai.cr.aliyuncs.com/pai/pytorch:2.6.0-gpu-py312-cu126-ubuntu22.04",
            Data = [new DataMount(null, "oss://team-data/set/", "/mnt/data")],
        };
        var created = await engine.Get<NotebookCommands>().CreateAsync(EngineUnderTest.Operator, asked, null, Ct);
        Assert.Equal(Refusal.None, created.Refusal);
        Assert.DoesNotContain("Use", engine.Get<NotebookCommands>().Preview(asked).Request, StringComparison.Ordinal);
        await engine.WorkAsync();
        await engine.LookAsync(ResourceKind.Notebook);
        var id = Assert.Single((await engine.Get<NotebookQueries>().ListAsync(new ListRequest(), Ct)).Items).Id;

        var promotion = await engine.Get<PromotionQueries>().OfNotebookAsync(id, Ct);

        Assert.True(promotion is { IsImageKnown: true, NotebookName: "to_promote" });
        Assert.Equal((asked.Image, "", "ecs.gn7i-c8g1.2xlarge"), (promotion.Spec.Image, promotion.Spec.Command, Assert.Single(promotion.Spec.Roles).Sku));
        Assert.Equal(asked.Data, promotion.Spec.Data);
    }

    [Fact]
    public async Task What_is_not_there_becomes_nothing()
    {
        await using var engine = await EngineUnderTest.StartAsync();

        Assert.Null(await engine.Get<PromotionQueries>().OfNotebookAsync("dsw-0000000000000000", Ct));
    }
}
