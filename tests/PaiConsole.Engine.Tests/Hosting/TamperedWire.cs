namespace PaiConsole.Engine.Tests.Hosting;

/// <summary>Changes answers on their way to the engine: what a cloud may say that the emulator never does.</summary>
public sealed class TamperedWire
{
    /// <summary>Gets the query and the body of each answer of a listed path, and gives the body that the engine is to see.</summary>
    public Func<Uri, string, string>? Change { get; set; }

    internal sealed class Handler(TamperedWire wire) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            if (wire.Change is { } change && request.Method == HttpMethod.Get && answer.IsSuccessStatusCode)
            {
                var body = change(request.RequestUri!, await answer.Content.ReadAsStringAsync(cancellationToken));
                answer.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
            }
            return answer;
        }
    }
}
