using PaiConsole.Emulator.World;

namespace PaiConsole.Emulator.Dsw;

/// <summary>Stops a notebook at a set time; gone once it has fired.</summary>
internal sealed class ShutdownTimer(Notebook notebook)
{
    private Due? _due;

    /// <summary>When it stops the notebook; null while none is set.</summary>
    public DateTimeOffset? DueTime { get; private set; }

    public DateTimeOffset Created { get; private set; }

    public DateTimeOffset Modified { get; private set; }

    /// <summary>Sets or moves the stop.</summary>
    public void Set(DateTimeOffset dueTime)
    {
        var now = notebook.World.Now;
        Created = DueTime is null ? now : Created;
        Modified = now;
        DueTime = dueTime;
        _due?.Cancel();
        _due = notebook.World.Plan(dueTime, Fire);
    }

    public void Remove()
    {
        _due?.Cancel();
        DueTime = null;
    }

    private void Fire()
    {
        // An instance that is being saved is stopped as soon as that is done.
        if (notebook.Status == "Saving")
        {
            _due = notebook.World.PlanIn(TimeSpan.FromSeconds(5), Fire);
            return;
        }

        DueTime = null;
        if (notebook.IsRunning)
            notebook.Enter("Stopping", "InstanceShutdownTimer", "Instance was stopped by its shutdown timer.");
    }
}
