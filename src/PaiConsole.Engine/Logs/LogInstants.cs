namespace PaiConsole.Engine.Logs;

/// <summary>The API takes and gives times in whole seconds.</summary>
internal static class LogInstants
{
    public static DateTimeOffset ToWholeSecond(this DateTimeOffset at) => DateTimeOffset.FromUnixTimeSeconds(at.ToUnixTimeSeconds());
}
