namespace PaiConsole.Emulator.Dsw;

/// <summary>The idle rule that the owner of a notebook gave it.</summary>
internal sealed class IdleCuller(Notebook notebook) : IdleStop(notebook)
{
    private IdleRule? _rule;

    public override string SourceType => "User";

    public override IdleRule? Rule => _rule;

    protected override string ReasonCode => "IdleInstanceCuller";

    /// <summary>Sets or replaces the rule; idle time counts from now.</summary>
    public void Set(IdleRule rule)
    {
        _rule = rule;
        Watch();
    }

    public void Remove()
    {
        _rule = null;
        Rest();
    }

    /// <summary>Documented as below the threshold.</summary>
    protected override bool IsNothing(double load, int threshold) => load < threshold;

    protected override string Message(IdleRule rule) => FormattableString.Invariant($"Instance was idle for more than {rule.Minutes} minutes.");
}
