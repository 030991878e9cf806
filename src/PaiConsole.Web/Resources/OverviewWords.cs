namespace PaiConsole.Web.Resources;

/// <summary>Words of the overview.</summary>
public sealed class OverviewWords;
