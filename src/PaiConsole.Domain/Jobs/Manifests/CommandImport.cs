using PaiConsole.Domain.Preflight;

namespace PaiConsole.Domain.Jobs.Manifests;

/// <summary>One shell command out of the command lists of all roles.</summary>
internal static class CommandImport
{
    public static string Resolve(TrainingManifest manifest, List<Finding> notes)
    {
        var commands = manifest.Roles.Select(role => (Role: role, Shell: ShellCommand.Of(role))).ToList();
        foreach (var (role, _) in commands.Where(entry => entry.Role.Command.Count == 0))
            notes.Add(ManifestKinds.NoCommand.At("command", manifest.Where(role.ContainerPath), ("role", role.Type)));

        var given = commands.Where(entry => entry.Role.Command.Count > 0).ToList();
        if (given.Count == 0)
            return "";
        var (first, shell) = given[0];
        notes.Add(ManifestKinds.Command.At("command", $"{manifest.Where(first.ContainerPath + ".command")}: {shell.Text}"));
        if (shell.Translated.Count > 0)
            notes.Add(ManifestKinds.References.At("command", manifest.Where(first.ContainerPath + ".command"),
                ("references", string.Join(", ", shell.Translated.Select(name => $"$({name})"))), ("shell", string.Join(", ", shell.Translated.Select(name => "$" + name)))));
        foreach (var name in given.SelectMany(entry => entry.Shell.Unset).Distinct(StringComparer.Ordinal))
            notes.Add(ManifestKinds.UnknownReference.At("command", manifest.Where(first.ContainerPath + ".command"),
                ("name", name), ("reference", $"$({name})"), ("known", string.Join(", ", DlcEnvironment.Injected))));
        if (first.WorkingDir is { } folder)
            notes.Add(ManifestKinds.WorkingDir.At("command", $"{manifest.Where(first.ContainerPath + ".workingDir")}: {folder}", ("path", folder)));

        var others = given.Skip(1).Where(entry => entry.Shell.Text != shell.Text).ToList();
        foreach (var (role, other) in others)
            notes.Add(ManifestKinds.OtherCommand.At("command", Difference(manifest, role, shell.Text, other.Text), ("role", role.Type), ("first", first.Type)));
        if (given.Count > 1 && others.Count == 0)
            notes.Add(ManifestKinds.SameCommand.At("command",
                string.Join(", ", given.Select(entry => $"{entry.Role.Type} at {manifest.Where(entry.Role.ContainerPath + ".command")}")),
                ("roles", string.Join(", ", given.Select(entry => entry.Role.Type)))));
        return shell.Text;
    }

    private static string Difference(TrainingManifest manifest, ManifestRole role, string one, string other)
    {
        var (left, right) = (ShellWords.Split(one), ShellWords.Split(other));
        var at = left.Zip(right).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"{manifest.Where(role.ContainerPath + ".command")}: {Word(right, at)} where the other has {Word(left, at)}";

        static string Word(IReadOnlyList<string> words, int at) => at < words.Count ? words[at] : "nothing";
    }
}
