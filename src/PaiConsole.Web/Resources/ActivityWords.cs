namespace PaiConsole.Web.Resources;

/// <summary>Words of the activity page.</summary>
public sealed class ActivityWords;
