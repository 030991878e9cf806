namespace PaiConsole.Web.Resources;

/// <summary>Words of the notebook pages.</summary>
public sealed class NotebookWords;
