using Bunit;
using Bunit.TestDoubles;
using PaiConsole.Web.Shared.Tables;

namespace PaiConsole.Web.Tests.Shared;

public sealed class SavedViewsTests : PageTest
{
    private readonly List<ListView> _shown = [];

    [Fact]
    public async Task A_view_is_kept_under_its_name_for_the_person_and_shown_again()
    {
        var module = JSInterop.SetupModule("./js/store.js");
        module.Mode = JSRuntimeMode.Loose;
        module.Setup<string?>("read", "paiconsole.views.Job.ana").SetResult("""[{"Name":"Mine","Query":"?owner=ana\u0026sort=name\u0026desc=0"},null,{"Name":"","Query":""}]""");
        var views = Views();
        var mine = Assert.Single(views.FindAll("[data-testid=view]"));
        await mine.ClickAsync(new());
        var shown = Assert.Single(_shown);
        Assert.Equal(["ana"], shown.Owner);
        Assert.Equal(("name", false), (shown.Sort, shown.Descending));

        await views.Find("[data-testid=view-name]").InputAsync(new() { Value = "Failed today" });
        await views.Find("form").SubmitAsync();
        var (store, text) = (module.VerifyInvoke("write").Arguments[0], (string)module.Invocations["write"].Single().Arguments[1]!);
        Assert.Equal("paiconsole.views.Job.ana", store);
        Assert.Contains("Failed today", text, StringComparison.Ordinal);
        Assert.Contains("status=Failed", text, StringComparison.Ordinal);
        Assert.Equal(2, views.FindAll("[data-testid=view]").Count);
    }

    [Fact]
    public void What_lies_in_the_browser_may_be_anything()
    {
        var module = JSInterop.SetupModule("./js/store.js");
        module.Setup<string?>("read", _ => true).SetResult("{ not json");
        Assert.Empty(Views().FindAll("[data-testid=view]"));
    }

    private IRenderedComponent<SavedViews> Views()
    {
        this.AddAuthorization().SetAuthorized("ana");
        return Render<SavedViews>(parameters => parameters
            .Add(views => views.Kind, "Job").Add(views => views.View, new ListView { Status = ["Failed"] })
            .Add(views => views.OnShow, _shown.Add));
    }
}
