namespace PaiConsole.Web.Shell;

/// <summary>The keys, behind <c>?</c>.</summary>
public sealed partial class KeyboardHelp
{
    private static readonly (string[] Keys, string Word)[] Keys =
    [
        (["Ctrl", "K"], "Keys.Search"),
        (["/"], "Keys.Filter"),
        (["j", "k"], "Keys.Rows"),
        (["Enter"], "Keys.Open"),
        (["x"], "Keys.Select"),
        (["g", "o n j s a"], "Keys.Go"),
        (["?"], "Keys.Help"),
        (["Esc"], "Keys.Close"),
    ];
}
