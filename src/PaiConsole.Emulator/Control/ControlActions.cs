namespace PaiConsole.Emulator.Control;

/// <summary>The control surface as a table of contents.</summary>
internal static class ControlActions
{
    public static readonly IReadOnlyList<IControlAction> All =
    [
        new GetState(),
        new Reset(),
        new Seed(),
        new GetClock(),
        new SetClock(),
        new GetLedger(),
        new GetRequests(),
        new GetFaults(),
        new AddFault(),
        new ClearFaults(),
        new SetNotebookLoad(),
        new SetMetricsGap(),
        new SetAutoShutdownPolicy(),
        new ReclaimJob(),
        new BreakJob(),
        new SetJobLog(),
        new SetJobLoad(),
        new SetServiceBehaviour(),
        new PutBucket(),
        new PutObjects(),
    ];
}
