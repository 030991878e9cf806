namespace PaiConsole.Web.Resources;

/// <summary>Words about what lies in OSS: mounts and checkpoints.</summary>
public sealed class StorageWords;
