using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;
using PaiConsole.Web.Shared.Instruments;

namespace PaiConsole.Web.Tests.Shared;

/// <summary>Editors come late, as their script has to be fetched; by then somebody may have turned to another.</summary>
public sealed class CodeEditorTests : PageTest
{
    [Fact]
    public async Task One_that_was_left_before_its_script_came_makes_no_editor_and_lets_go_of_the_script()
    {
        var script = new LateScript();
        Services.AddSingleton<IJSRuntime>(script);
        var page = Render<CodeEditor>(parameters => parameters.Add(editor => editor.Label, "YAML"));
        await DisposeComponentsAsync();
        script.Come();
        await script.LetGo.Task.WaitAsync(TimeSpan.FromSeconds(10), Xunit.TestContext.Current.CancellationToken);
        Assert.Equal(["import"], script.Called);
        Assert.NotNull(page);
    }

    private sealed class LateScript : IJSRuntime, IJSObjectReference
    {
        private readonly TaskCompletionSource<object> _here = new();

        public List<string> Called { get; } = [];

        public TaskCompletionSource LetGo { get; } = new();

        public void Come() => _here.SetResult(this);

        public async ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args)
        {
            Called.Add(identifier);
            return (TValue)await _here.Task;
        }

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) => InvokeAsync<TValue>(identifier, args);

        public ValueTask DisposeAsync()
        {
            LetGo.TrySetResult();
            return ValueTask.CompletedTask;
        }
    }
}
