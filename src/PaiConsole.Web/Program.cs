using PaiConsole.Web;
using PaiConsole.Web.Api;
using PaiConsole.Web.Hosting;
using PaiConsole.Web.Security;
using PaiConsole.Web.Shell;

var builder = WebApplication.CreateBuilder(ContentRoot.Options(args));

builder.AddConsoleLogging();
builder.WebHost.UseStaticWebAssets();
builder.ListenOnLoopbackByDefault();
builder.Services.AddConsoleSecurity(builder.Configuration, builder.Environment);
builder.Services.AddConsoleEngine(builder.Configuration);
builder.Services.AddConsolePages(builder.Configuration);

var app = builder.Build();

if (!app.MayListen())
    return 2;

app.UseConsoleSecurityHeaders();
app.UseConsoleErrors();
app.UseConsoleLanguages();
app.UseRouting();
app.UseConsoleSignIn();
app.UseAntiforgery();

app.MapConsoleAssets();
app.MapConsoleHealth();
app.MapConsoleSignIn();
app.MapConsolePages();
app.MapConsoleApi();
app.MapScheduleDashboard();

app.PrintSignInLinkWhenStarted();
return await app.RunConsoleAsync();
