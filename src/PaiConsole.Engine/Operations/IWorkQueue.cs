namespace PaiConsole.Engine.Operations;

/// <summary>Work to be done soon, outside the caller. Hangfire in the program; a list in tests.</summary>
internal interface IWorkQueue
{
    /// <summary>Carries an operation on, now or after a pause.</summary>
    void Operation(string id, TimeSpan? after = null);

    /// <summary>Runs a sync now.</summary>
    void Sync(string key);
}
