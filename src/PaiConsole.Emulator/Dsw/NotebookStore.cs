using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Dsw;

/// <summary>All notebooks, in the order of their creation.</summary>
internal sealed class NotebookStore
{
    private readonly Dictionary<string, Notebook> _byId = new(StringComparer.Ordinal);

    public int Count => _byId.Count;

    public IEnumerable<Notebook> All => _byId.Values;

    public void Add(Notebook notebook) => _byId.Add(notebook.Id, notebook);

    public void Remove(Notebook notebook) => _byId.Remove(notebook.Id);

    public void Clear() => _byId.Clear();

    public Notebook? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The notebook, or DSW's not found.</summary>
    public Notebook Need(string id) => Find(id) ?? throw WireError.NotFound(Product.Dsw, "instance", id);
}
