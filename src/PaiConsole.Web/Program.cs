using PaiConsole.Web;
using PaiConsole.Web.Api;
using PaiConsole.Web.Hosting;
using PaiConsole.Web.Security;
using PaiConsole.Web.Shell;

var builder = WebApplication.CreateBuilder(ContentRoot.Options(args));

builder.AddConsoleLogging();
builder.WebHost.UseStaticWebAssets();
builder.ListenOnLoopbackByDefault();
builder.Services.AddEngine(builder.Configuration);
builder.Services.AddConsoleSecurity(builder.Configuration, builder.Environment);
builder.Services.AddConsolePages(builder.Configuration);
builder.Services.AddConsoleApi();
builder.Services.AddConsoleMetrics();

var app = builder.Build();

if (!app.MayListen())
    return 2;

app.UseConsoleRequestLog();
app.UseConsoleSecurityHeaders();
app.UseConsoleErrors();
app.UseConsoleApiErrors();
app.UseConsoleLanguages();
app.UseRouting();
app.UseConsoleSignIn();
app.UseRateLimiter();
app.UseAntiforgery();

app.MapConsoleAssets();
app.MapConsoleHealth();
app.MapReadiness();
app.MapConsoleMetrics();
app.MapConsoleSignIn();
app.MapConsolePages();
app.MapConsoleApi();
app.MapScheduleDashboard();

app.PrintSignInLinkWhenStarted();
return await app.RunConsoleAsync();
