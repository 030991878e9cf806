using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PaiConsole.Bench.Web;

/// <summary>
/// A page that is open without a browser: takes the prerendered HTML, starts its circuit over a websocket, acknowledges
/// every batch and answers calls of scripts with nothing, so that hundreds can be open on one machine.
/// </summary>
internal sealed partial class OpenPage : IAsyncDisposable
{
    private readonly RunningProgram _program;
    private readonly ClientWebSocket _socket = new();
    private readonly TaskCompletionSource<string> _circuit = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _interactive = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _sending = new(1, 1);
    private Task _reading = Task.CompletedTask;
    private int _batches;
    private int _objects;

    private OpenPage(RunningProgram program) => _program = program;

    /// <summary>How many batches have arrived.</summary>
    public int Batches => Volatile.Read(ref _batches);

    /// <summary>Opens a page and waits until its first batches are there.</summary>
    public static async Task<OpenPage> OpenAsync(RunningProgram program, string path, CancellationToken ct)
    {
        var html = await program.Client.GetStringAsync(path, ct);
        var markers = Marker().Matches(html).Select(match => match.Groups["json"].Value)
            .Where(json => json.Contains("\"descriptor\"", StringComparison.Ordinal)).ToList();
        var state = State().Match(html) is { Success: true } found ? found.Groups["state"].Value : "";
        using var answer = await program.Client.PostAsync("/_blazor/negotiate?negotiateVersion=1", null, ct);
        answer.EnsureSuccessStatusCode();
        var connection = (await answer.Content.ReadFromJsonAsync<JsonElement>(ct)).GetProperty("connectionToken").GetString();

        var page = new OpenPage(program);
        page._socket.Options.Cookies = program.Cookies;
        page._socket.Options.SetRequestHeader("Origin", program.Url);
        await page._socket.ConnectAsync(new Uri($"{program.Url.Replace("http", "ws", StringComparison.Ordinal)}/_blazor?id={connection}"), ct);
        await page.SendAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"));
        page._reading = page.ReadAsync();
        await page.SendAsync(BlazorPack.Invocation("0", "StartCircuit", $"{program.Url}/", $"{program.Url}{path}", $"[{string.Join(',', markers)}]", state));
        await page._circuit.Task.WaitAsync(TimeSpan.FromSeconds(30), ct);
        await page._interactive.Task.WaitAsync(TimeSpan.FromSeconds(30), ct);
        return page;
    }

    /// <summary>Closes it as a browser does when its tab is closed: it says so, and hangs up.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_circuit.Task.IsCompletedSuccessfully)
        {
            using var form = new MultipartFormDataContent { { new StringContent(await _circuit.Task), "circuitId" } };
            using var answer = await _program.Client.PostAsync("/_blazor/disconnect", form);
        }
        _socket.Abort();
        await _reading;
        _socket.Dispose();
        _sending.Dispose();
    }

    private async Task ReadAsync()
    {
        var held = new byte[64 * 1024];
        var (count, isOpen, messages) = (0, false, new List<object?[]>());
        try
        {
            while (true)
            {
                if (count == held.Length)
                    Array.Resize(ref held, 2 * held.Length);
                var got = await _socket.ReceiveAsync(held.AsMemory(count), CancellationToken.None);
                if (got.MessageType == WebSocketMessageType.Close)
                    throw new WebSocketException("The server hung up.");
                count += got.Count;
                if (!isOpen)
                {
                    // The answer to the handshake is text that ends with a record separator.
                    if (Array.IndexOf(held, (byte)0x1E, 0, count) is var end && end < 0)
                        continue;
                    (isOpen, count) = (true, Keep(held, end + 1, count));
                }
                var used = BlazorPack.Read(held.AsSpan(0, count), messages);
                count = Keep(held, used, count);
                foreach (var message in messages)
                    await TakeAsync(message);
                messages.Clear();
            }
        }
        catch (Exception fault) when (fault is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            _circuit.TrySetException(fault);
            _interactive.TrySetException(fault);
        }
    }

    private static int Keep(byte[] held, int from, int count)
    {
        Buffer.BlockCopy(held, from, held, 0, count - from);
        return count - from;
    }

    private Task TakeAsync(object?[] message)
    {
        switch (message)
        {
            case [3L, _, _, _, string circuit, ..]:
                _circuit.TrySetResult(circuit);
                break;
            case [3L or 7L, ..]:
                throw new WebSocketException($"The circuit was refused: {string.Join(' ', message)}");
            case [1L, _, _, "JS.RenderBatch", object?[] arguments, ..]:
                Interlocked.Increment(ref _batches);
                _interactive.TrySetResult();
                return SendAsync(BlazorPack.Invocation(null, "OnRenderCompleted", arguments[0], null));
            case [1L, _, _, "JS.BeginInvokeJS", object?[] arguments, ..]:
                // A call for an object gets one that does nothing; all the others get null.
                var result = arguments is [_, _, _, 1L, ..] ? $"{{\"__jsObjectId\":{++_objects}}}" : "null";
                return arguments[0] is 0L
                    ? Task.CompletedTask
                    : SendAsync(BlazorPack.Invocation(null, "EndInvokeJSFromDotNet", arguments[0], true, $"[{arguments[0]},true,{result}]"));
            case [1L, _, _, "JS.Error", object?[] arguments, ..]:
                throw new WebSocketException($"The circuit failed: {arguments[0]}");
        }
        return Task.CompletedTask;
    }

    private async Task SendAsync(byte[] message)
    {
        await _sending.WaitAsync();
        try
        {
            await _socket.SendAsync(message, WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);
        }
        finally
        {
            _sending.Release();
        }
    }

    [GeneratedRegex("<!--Blazor:(?<json>\\{.*?\\})-->", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Marker();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(?<state>.*?)-->", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex State();
}
