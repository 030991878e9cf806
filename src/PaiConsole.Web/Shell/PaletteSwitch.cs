namespace PaiConsole.Web.Shell;

/// <summary>Lets any button of the page open the command palette.</summary>
public sealed class PaletteSwitch
{
    internal event EventHandler? Opened;

    /// <summary>Opens it.</summary>
    public void Open() => Opened?.Invoke(this, EventArgs.Empty);
}
