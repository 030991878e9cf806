using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.World;

/// <summary>One line of what happened to an object.</summary>
internal readonly record struct Happening(DateTimeOffset At, string Level, string Reason, string Message)
{
    /// <summary>The single string in which PAI gives an event.</summary>
    public override string ToString() => $"{WireJson.Iso(At)} [{Level}] {Reason}: {Message}";
}

/// <summary>What happened to one object, oldest first.</summary>
internal sealed class EventLog
{
    private readonly List<Happening> _all = [];

    public void Add(DateTimeOffset at, string reason, string message, string level = "Normal") => _all.Add(new(at, level, reason, message));

    /// <summary>The happenings between two instants; open where null.</summary>
    public IEnumerable<Happening> Between(DateTimeOffset? from, DateTimeOffset? to) => _all.Where(h => (from is null || h.At >= from) && (to is null || h.At <= to));
}
