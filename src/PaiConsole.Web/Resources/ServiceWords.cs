namespace PaiConsole.Web.Resources;

/// <summary>Words of the service pages.</summary>
public sealed class ServiceWords;
