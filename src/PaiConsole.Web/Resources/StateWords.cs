namespace PaiConsole.Web.Resources;

/// <summary>Status words of every kind, verbs, operation kinds and findings.</summary>
public sealed class StateWords;
