using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.World;

/// <summary>A transition that happens by itself after a stay.</summary>
/// <param name="From">Status it leaves.</param>
/// <param name="To">Status it enters.</param>
/// <param name="Seconds">Usual stay in <paramref name="From"/>, world seconds.</param>
internal sealed record Step(string From, string To, double Seconds);

/// <summary>A transition that a call asks for.</summary>
/// <param name="Operation">The call.</param>
/// <param name="From">Statuses in which it is allowed.</param>
/// <param name="To">Status it enters at once.</param>
internal sealed record Verb(string Operation, string[] From, string To);

/// <summary>Transition table of one kind of object.</summary>
internal sealed class Lifecycle(string product, string kind, Step[] steps, Verb[] verbs)
{
    private readonly Dictionary<string, Step> _steps = steps.ToDictionary(s => s.From, StringComparer.Ordinal);
    private readonly Dictionary<string, Verb> _verbs = verbs.ToDictionary(v => v.Operation, StringComparer.Ordinal);

    /// <summary>What follows by itself; null where the object stays.</summary>
    public Step? After(string status) => _steps.GetValueOrDefault(status);

    /// <summary>Where the call leads.</summary>
    /// <exception cref="WireException">Not allowed in this status.</exception>
    public string Allow(string operation, string id, string status)
    {
        var verb = _verbs[operation];
        return verb.From.Contains(status, StringComparer.Ordinal)
            ? verb.To
            : throw WireError.Conflict(product, $"{operation} is not allowed while {kind} {id} is {status}; it must be {string.Join(" or ", verb.From)}.");
    }
}

/// <summary>Something with a status that moves along a <see cref="Lifecycle"/> by the world clock.</summary>
internal abstract class Moving(World world, Lifecycle lifecycle, string id)
{
    private Due? _next;

    public World World { get; } = world;

    public string Id { get; } = id;

    public string Status { get; private set; } = "";

    /// <summary>World time at which the status was entered.</summary>
    public DateTimeOffset Since { get; private set; }

    public string ReasonCode { get; protected set; } = "";

    public string ReasonMessage { get; protected set; } = "";

    /// <summary>Moves as the operation asks.</summary>
    /// <exception cref="WireException">Not allowed in this status.</exception>
    public void Ask(string operation) => Enter(Allow(operation));

    /// <summary>Enters a status now and plans what follows by itself.</summary>
    public void Enter(string status, string reasonCode = "", string reasonMessage = "")
    {
        _next?.Cancel();
        var from = Status;
        (Status, Since, ReasonCode, ReasonMessage) = (status, World.Now, reasonCode, reasonMessage);
        Entered(from);
        PlanNext();
    }

    /// <summary>Takes a status from history without acting on it, and plans what follows.</summary>
    public void Settle(string status, DateTimeOffset since)
    {
        (Status, Since) = (status, since);
        PlanNext();
    }

    /// <summary>Where an operation leads from here.</summary>
    /// <exception cref="WireException">Not allowed in this status.</exception>
    protected string Allow(string operation) => lifecycle.Allow(operation, Id, Status);

    /// <summary>Called when a status was entered, before what follows is planned.</summary>
    protected abstract void Entered(string from);

    /// <summary>What follows by itself. Objects with a will of their own (a job's end) override it.</summary>
    protected virtual Step? Follows() => lifecycle.After(Status);

    /// <summary>Takes a step that was due. Override it to give a reason.</summary>
    protected virtual void Leave(Step step) => Enter(step.To);

    /// <summary>Plans again what follows, after something it depends on has changed.</summary>
    protected void PlanNext()
    {
        _next?.Cancel();
        _next = Follows() is { } step
            ? World.Plan(Later(Since + TimeSpan.FromSeconds(step.Seconds), World.Now), () => Leave(step))
            : null;
    }

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
