using System.Globalization;
using System.Text.RegularExpressions;
using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Notebooks;
using PaiConsole.Domain.Services;

namespace PaiConsole.Domain.Preflight.Rules;

/// <summary>The three products have three rules for names.</summary>
internal sealed partial class Names : IJobRule, INotebookRule, IServiceRule
{
    private const int LongestJob = 256;

    private static readonly FindingKind _job = new(
        "job-name", Severity.Error, "A job's name has 1 to 256 printable characters.", "Shorten the name or take out the control characters.");

    private static readonly FindingKind _notebook = new(
        "notebook-name", Severity.Error,
        "A notebook's name has at most 27 letters, digits and underscores; {name} does not fit.", "Call it {suggestion}.");

    // The limit of 63 is the one of Kubernetes names; the API does not state one.
    private static readonly FindingKind _service = new(
        "service-name", Severity.Error,
        "A service's name has at most 63 lower-case letters, digits and underscores and starts with a letter; {name} does not fit.",
        "Call it {suggestion}.");

    public IReadOnlyList<FindingKind> Kinds => [_job, _notebook, _service];

    public bool Applies(JobSpec spec, PreflightContext context) => spec.Name.Length > 0;

    public IEnumerable<JobRepair> Repairs(Finding finding, JobSpec spec, PreflightContext context) =>
        [RepairKinds.Path.Of(spec with { Name = Cut(string.Concat(spec.Name.Where(mark => !IsUnprintable(mark))), LongestJob) }, ("path", Cut(string.Concat(spec.Name.Where(mark => !IsUnprintable(mark))), 40)))];

    public IEnumerable<Finding> Check(JobSpec spec, PreflightContext context)
    {
        if (spec.Name.Length > LongestJob || spec.Name.Any(IsUnprintable))
            yield return _job.At("name", string.Create(CultureInfo.InvariantCulture, $"{spec.Name.Length} characters"));
    }

    public IEnumerable<Finding> Check(NotebookSpec spec, PreflightContext context)
    {
        if (spec.Name.Length > 0 && !NotebookName().IsMatch(spec.Name))
            yield return _notebook.At("name", Length(spec.Name), ("name", spec.Name), ("suggestion", Suggest(spec.Name)));
    }

    public IEnumerable<Finding> Check(ServiceSpec spec, PreflightContext context)
    {
        if (spec.Name.Length == 0 || ServiceName().IsMatch(spec.Name))
            yield break;
        var plain = NotLetter().Replace(spec.Name.ToLowerInvariant(), "_");
        yield return _service.At("name", Length(spec.Name), ("name", spec.Name), ("suggestion", Cut(char.IsAsciiLetter(plain[0]) ? plain : "s_" + plain, 63)));
    }

    // Of a name in another script nothing is left that anybody would want.
    private static string Suggest(string name) => name.Any(char.IsAsciiLetterOrDigit) ? Cut(NotLetter().Replace(name, "_"), 27) : "my_notebook";

    private static bool IsUnprintable(char mark) =>
        char.GetUnicodeCategory(mark) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static string Length(string name) => string.Create(CultureInfo.InvariantCulture, $"{name.Length} characters");

    private static string Cut(string name, int longest) => name.Length <= longest ? name : name[..longest];

    [GeneratedRegex(@"\A[A-Za-z0-9_]{1,27}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NotebookName();

    [GeneratedRegex(@"\A[a-z][a-z0-9_]{0,62}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ServiceName();

    [GeneratedRegex("[^A-Za-z0-9_]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NotLetter();
}
