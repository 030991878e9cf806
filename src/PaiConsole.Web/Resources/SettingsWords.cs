namespace PaiConsole.Web.Resources;

/// <summary>Words of the settings page.</summary>
public sealed class SettingsWords;
