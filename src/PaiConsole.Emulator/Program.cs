using System.Runtime.InteropServices;
using PaiConsole.Emulator;

// The emulator alone. Settings: section "Emulator" of appsettings.json, environment (Emulator__Speed=60), command line (--Emulator:Seed=empty, --urls …).
var settings = new ConfigurationBuilder()
    .AddJsonFile(Path.Combine(Environment.CurrentDirectory, "appsettings.json"), optional: true)
    .AddEnvironmentVariables()
    .AddCommandLine(args, new Dictionary<string, string>(StringComparer.Ordinal) { ["--urls"] = "Emulator:Url" })
    .Build();
var options = settings.GetSection("Emulator").Get<EmulatorOptions>() ?? new EmulatorOptions();

await using var emulator = await EmulatorHost.StartAsync(options);
Console.WriteLine($"PAI emulator ({options.Seed} world, {options.Region}) on {emulator.Url}, OSS on {emulator.OssUrl}: access key id '{options.AccessKeyId}'. Control surface: {emulator.Url}/_emulator/state");

TaskCompletionSource stop = new();
void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.TrySetResult();
}

using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
await stop.Task;
