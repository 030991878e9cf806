using PaiConsole.Domain;
using PaiConsole.Domain.Workspaces;

namespace PaiConsole.Engine.Syncing;

/// <summary>An object entered a state, as the cloud tells it or as the console noticed.</summary>
/// <param name="StatusWord">The cloud's word.</param>
/// <param name="Phase">What it means.</param>
/// <param name="IsBilled">Machines are held and billed in it.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why, where the cloud says.</param>
/// <param name="IsFromCloud">The cloud stated the time.</param>
internal readonly record struct Transition(
    string StatusWord, Phase Phase, bool IsBilled, DateTimeOffset At, Reason? Reason, bool IsFromCloud);
