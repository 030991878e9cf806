namespace PaiConsole.Emulator.Transport;

/// <summary>Every answer's <c>Date</c> says world time: clients take the cloud's now from it.</summary>
internal sealed class WorldDateMiddleware(RequestDelegate next, World.World world)
{
    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(() =>
        {
            context.Response.Headers.Date = world.Clock.Now.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
            return Task.CompletedTask;
        });
        return next(context);
    }
}
