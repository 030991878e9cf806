namespace PaiConsole.Web.Resources;

/// <summary>Words of the job pages.</summary>
public sealed class JobWords;
