namespace PaiConsole.Web.Resources;

/// <summary>Words of the frame and of the shared components.</summary>
public sealed class SharedWords;
