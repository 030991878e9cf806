using System.Text.Json;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Control;

/// <summary>Serves <c>/_emulator/…</c>; lets everything else pass.</summary>
internal sealed class ControlMiddleware(RequestDelegate next, World.World world)
{
    private const string Prefix = "/_emulator/";

    public async Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments(Prefix.TrimEnd('/'), StringComparison.Ordinal))
        {
            await next(context);
            return;
        }

        var (status, answer) = await Answer(context);
        context.Response.StatusCode = status;
        if (answer is not null)
            await context.Response.WriteAsJsonAsync(answer, WireJson.Control, context.RequestAborted);
    }

    private async Task<(int Status, object? Answer)> Answer(HttpContext context)
    {
        try
        {
            var segments = (context.Request.Path.Value ?? "")[(Prefix.Length - 1)..].Split('/', StringSplitOptions.RemoveEmptyEntries);
            foreach (var action in ControlActions.All)
                if (action.Method == context.Request.Method && Match(action.Path.Split('/'), segments) is { } values)
                {
                    ControlCall call = new(world, values, WireQuery.Parse(context.Request.QueryString.Value?.TrimStart('?') ?? ""), await Body(context));
                    var answer = world.Do(() => action.Handle(call));
                    return (answer is null ? 204 : 200, answer);
                }

            return (404, new { error = $"The control surface has no {context.Request.Method} {context.Request.Path}." });
        }
        catch (ControlException error)
        {
            return (error.Status, new { error = error.Message });
        }
        catch (JsonException error)
        {
            return (400, new { error = error.Message });
        }
    }

    private static async Task<JsonElement> Body(HttpContext context)
    {
        using MemoryStream body = new();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        if (body.Length == 0)
            return WireJson.EmptyObject;
        using var document = JsonDocument.Parse(body.ToArray());
        return document.RootElement.Clone();
    }

    private static Dictionary<string, string>? Match(string[] template, string[] segments)
    {
        if (template.Length != segments.Length)
            return null;
        Dictionary<string, string> values = new(StringComparer.Ordinal);
        for (var i = 0; i < segments.Length; i++)
        {
            if (template[i].StartsWith('{'))
                values[template[i].Trim('{', '}')] = Uri.UnescapeDataString(segments[i]);
            else if (template[i] != segments[i])
                return null;
        }

        return values;
    }
}
