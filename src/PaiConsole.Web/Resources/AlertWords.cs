namespace PaiConsole.Web.Resources;

/// <summary>Words of the alerts.</summary>
public sealed class AlertWords;
