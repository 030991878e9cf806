namespace PaiConsole.Web.Resources;

/// <summary>Words of sweeps and comparisons.</summary>
public sealed class SweepWords;
