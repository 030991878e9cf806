using PaiConsole.Emulator.Facts;
using PaiConsole.Emulator.World;

namespace PaiConsole.Emulator.Dsw;

/// <summary>Rule of an idle stop.</summary>
/// <param name="Cpu">Idle below this CPU percentage.</param>
/// <param name="Gpu">And, on GPU types, below this GPU percentage.</param>
/// <param name="Minutes">Stopped after more than so many idle minutes.</param>
internal sealed record IdleRule(int Cpu, int Gpu, int Minutes);

/// <summary>Looks every minute whether a running notebook is idle, and stops it when it has been for too long.</summary>
internal sealed class IdleCuller(Notebook notebook)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private Due? _look;

    /// <summary>Null while none is set.</summary>
    public IdleRule? Rule { get; private set; }

    /// <summary>Minutes of the current idle run.</summary>
    public int IdleMinutes { get; private set; }

    /// <summary>Sets or replaces the rule; idle time counts from now.</summary>
    public void Set(IdleRule rule)
    {
        Rule = rule;
        Watch();
    }

    public void Remove()
    {
        Rule = null;
        Rest();
    }

    /// <summary>Starts looking, if there is a rule and the notebook runs.</summary>
    public void Watch()
    {
        Rest();
        if (Rule is not null && notebook.IsRunning)
            _look = notebook.World.PlanIn(Minute, Look);
    }

    /// <summary>Stops looking and forgets the idle run.</summary>
    public void Rest()
    {
        _look?.Cancel();
        IdleMinutes = 0;
    }

    private void Look()
    {
        var now = notebook.World.Now;
        var hasGpu = SkuCatalogue.Find(notebook.Spec.EcsSpec) is { Gpu: > 0 };
        var idle = notebook.Load.Cpu(now) < Rule!.Cpu && (!hasGpu || notebook.Load.Gpu(now) < Rule.Gpu);
        IdleMinutes = idle ? IdleMinutes + 1 : 0;
        if (IdleMinutes > Rule.Minutes)
        {
            var minutes = Rule.Minutes.ToString(System.Globalization.CultureInfo.InvariantCulture);
            notebook.Enter("Stopping", "IdleInstanceCuller", $"Instance was idle for more than {minutes} minutes.");
            return;
        }

        _look = notebook.World.PlanIn(Minute, Look);
    }
}
