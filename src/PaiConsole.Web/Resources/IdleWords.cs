namespace PaiConsole.Web.Resources;

/// <summary>Words of the board of idle GPUs.</summary>
public sealed class IdleWords;
