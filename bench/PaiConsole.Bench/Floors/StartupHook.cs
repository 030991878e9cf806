using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

// The runtime asks for exactly this name, outside of every namespace (DOTNET_STARTUP_HOOKS).
#pragma warning disable CA1050, MA0047
/// <summary>
/// Answers, inside of whichever program is measured, what it holds after everything that can be collected has been: the
/// number of managed bytes and of resident ones.
/// </summary>
internal static class StartupHook
{
    public const string Port = "BENCH_MEMORY_PORT";

    public static void Initialize()
    {
        if (!int.TryParse(Environment.GetEnvironmentVariable(Port), CultureInfo.InvariantCulture, out var port))
            return;
        var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        new Thread(() => Answer(listener)) { IsBackground = true }.Start();
    }

    private static void Answer(TcpListener listener)
    {
        while (true)
        {
            using var client = listener.AcceptTcpClient();
            for (var i = 0; i < 3; i++)
            {
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                GC.WaitForPendingFinalizers();
            }
            var text = string.Create(CultureInfo.InvariantCulture, $"{GC.GetTotalMemory(forceFullCollection: false)} {Environment.WorkingSet}");
            client.GetStream().Write(Encoding.ASCII.GetBytes(text));
        }
    }
}
