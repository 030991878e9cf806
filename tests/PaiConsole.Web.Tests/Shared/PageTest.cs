using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PaiConsole.Web.Shared;

namespace PaiConsole.Web.Tests.Shared;

/// <summary>A bUnit context with what every component of the console takes for granted.</summary>
public abstract class PageTest : BunitContext
{
    protected static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    protected PageTest()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddLocalization();
        Services.AddLogging();
        Services.AddSingleton(TimeProvider.System);
        Services.AddScoped<Confirm>();
        World = new CascadingValueSource<Now>(new Now(Noon), isFixed: false);
        Services.AddCascadingValue(_ => World);
    }

    protected CascadingValueSource<Now> World { get; }
}
