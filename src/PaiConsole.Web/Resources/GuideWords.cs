namespace PaiConsole.Web.Resources;

/// <summary>Words of the guide to notebooks.</summary>
public sealed class GuideWords;
