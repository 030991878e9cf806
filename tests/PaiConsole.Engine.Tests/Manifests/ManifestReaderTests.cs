using System.Diagnostics;
using CsCheck;
using PaiConsole.Domain.Jobs.Manifests;
using PaiConsole.Domain.Preflight;
using PaiConsole.Engine.Manifests;

namespace PaiConsole.Engine.Tests.Manifests;

public class ManifestReaderTests
{
    /// <summary>It takes some 0.01 to 0.3 s; what is guarded against takes minutes, and the machine may be busy.</summary>
    private static readonly TimeSpan _budget = TimeSpan.FromSeconds(5);

    private const string Small = """
        apiVersion: kubeflow.org/v1
        kind: PyTorchJob
        metadata:
          name: small
        spec:
          pytorchReplicaSpecs:
            Worker:
              replicas: 2
              template:
                spec:
                  containers:
                    - name: pytorch
                      image: registry.example.com/a/b:1
                      command: [python, train.py]
                      resources: {limits: {cpu: 500m, memory: 1G}}
        """;

    [Fact]
    public void Reads_a_small_manifest_with_its_lines()
    {
        var (manifest, findings) = ManifestReader.Read(Small);
        Assert.Empty(findings);
        var role = Assert.Single(manifest!.Roles);
        Assert.Equal(("Worker", 2L, "registry.example.com/a/b:1"), (role.Type, role.Replicas, role.Image));
        Assert.Equal(["python", "train.py"], role.Command);
        Assert.Equal("500m", role.Limits["cpu"]);
        Assert.Equal("line 13", manifest.Where(role.ContainerPath + ".image"));
    }

    [Fact]
    public void Unknown_fields_are_each_named_with_their_line()
    {
        var findings = Read(Small.Replace("      replicas: 2", "      replicas: 2\n      hostNetwork: true\n      tolerations: []", StringComparison.Ordinal)).Findings;
        Assert.Equal(
            [("spec.pytorchReplicaSpecs.Worker.hostNetwork", "line 9"), ("spec.pytorchReplicaSpecs.Worker.tolerations", "line 10")],
            findings.Select(finding => (finding.Args["path"], finding.Evidence)));
        Assert.All(findings, finding => Assert.Equal(("manifest-field-ignored", Severity.Warning), (finding.Rule, finding.Severity)));
    }

    [Fact]
    public void A_key_twice_is_an_error() =>
        Assert.Equal(("replicas", "line 9"), (Only(Small.Replace("replicas: 2", "replicas: 2\n      replicas: 3", StringComparison.Ordinal), "manifest-duplicate-key").Args["path"],
            Only(Small.Replace("replicas: 2", "replicas: 2\n      replicas: 3", StringComparison.Ordinal), "manifest-duplicate-key").Evidence));

    [Theory]
    [InlineData("replicas: &two 2", "manifest-alias")]
    [InlineData("replicas: *two", "manifest-alias")]
    [InlineData("replicas: !!int 2", "manifest-tag")]
    [InlineData("replicas: !System.Diagnostics.Process 2", "manifest-tag")]
    [InlineData("replicas: !!python/object/apply:os.system [id]", "manifest-tag")]
    [InlineData("replicas: two", "manifest-shape")]
    [InlineData("replicas: [2]", "manifest-shape")]
    public void Anchors_aliases_tags_and_wrong_kinds_are_refused_with_their_line(string line, string rule) =>
        Assert.Equal("line 8", Read(Small.Replace("replicas: 2", line, StringComparison.Ordinal)).Findings.First(finding => finding.Rule == rule).Evidence);

    [Fact]
    public void Several_documents_are_an_error() => Only(Small + "\n---\na: 1\n", "manifest-several-documents");

    [Theory]
    [InlineData("")]
    [InlineData("# nothing\n")]
    [InlineData("---\n")]
    [InlineData("~")]
    public void Nothing_is_an_error(string text) => Only(text, "manifest-empty");

    [Fact]
    public void A_list_is_no_manifest() => Only("- a\n- b\n", "manifest-shape");

    [Fact]
    public void Broken_YAML_names_the_line()
    {
        var fault = Only("a: 1\nb: [1, 2\nc: 3\n", "manifest-syntax");
        Assert.StartsWith("line ", fault.Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_fault_is_told_at_once() => Assert.Equal(
        ["manifest-duplicate-key", "manifest-field-ignored", "manifest-missing", "manifest-missing", "manifest-missing", "manifest-shape", "manifest-tag"],
        Read("kind: !x PyTorchJob\nmetadata: {nam: a}\nspec:\n  pytorchReplicaSpecs:\n    Worker:\n      replicas: no\n      replicas: 1\n")
            .Findings.Select(finding => finding.Rule).Order(StringComparer.Ordinal));

    [Fact]
    public void Two_containers_are_an_error() =>
        Only(Small.Replace("- name: pytorch", "- name: sidecar\n              image: x.io/y:1\n            - name: pytorch", StringComparison.Ordinal), "manifest-one-container");

    [Fact]
    public void Too_deep_and_too_large_are_refused()
    {
        Only(new string('[', 10_000), "manifest-too-deep");
        Only("a: " + new string('x', 300_000), "manifest-too-large");
        Only(string.Concat(Enumerable.Range(0, 40).Select(depth => new string(' ', depth) + "a:\n")) + new string(' ', 40) + "b", "manifest-too-deep");
    }

    [Fact]
    public void A_bomb_of_aliases_builds_nothing()
    {
        var bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + string.Concat("bcdefghi".Select(key => $"{key}: &{key} [*{(char)(key - 1)},*{(char)(key - 1)},*{(char)(key - 1)}]\n"));
        Assert.All(Read(bomb).Findings.Where(finding => finding.Severity == Severity.Error).Take(9), finding => Assert.Equal("manifest-alias", finding.Rule));
    }

    [Theory]
    [InlineData("? ")]
    [InlineData("- ")]
    [InlineData("[a,")]
    [InlineData("{a: ")]
    [InlineData("\"\\x41")]
    [InlineData("a: b\n")]
    [InlineData("*a ")]
    [InlineData("!!a ")]
    [InlineData("| \n")]
    [InlineData("a:\n ")]
    [InlineData("\t")]
    public void Hostile_text_of_the_full_size_is_answered_in_time(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 256 * 1024 / piece.Length));
        var watch = Stopwatch.StartNew();
        var result = ManifestReader.Read(text);
        Assert.NotEmpty(result.Findings);
        Assert.True(watch.Elapsed < _budget, $"{piece} took {watch.Elapsed}");
    }

    [Fact]
    public void A_map_with_very_many_keys_is_answered_in_time()
    {
        var text = Small.Replace("kind: PyTorchJob", "kind: PyTorchJob\n" + string.Concat(Enumerable.Range(0, 25_000).Select(i => $"k{i}: 1\n")), StringComparison.Ordinal);
        var watch = Stopwatch.StartNew();
        Assert.Equal(100, Read(text).Findings.Count);
        Assert.True(watch.Elapsed < _budget, watch.Elapsed.ToString());
    }

    [Fact]
    public void Any_damage_to_the_text_is_survived() =>
        Gen.Select(Gen.Int[0, Samples.DlcJob.Length - 1], Gen.Int[0, 40], Gen.String[Gen.Char[" \n:-[]{}&*!|>'\"#%@`,?ab0"], 0, 6]).Sample((at, cut, text) =>
        {
            var damaged = Samples.DlcJob.Remove(at, Math.Min(cut, Samples.DlcJob.Length - at)).Insert(at, text);
            if (ManifestReader.Read(damaged).Manifest is { } manifest)
                ManifestImport.ToSpec(manifest, Samples.Context);
        }, iter: 300);

    private static ManifestReadResult Read(string yaml) => ManifestReader.Read(yaml);

    private static Finding Only(string yaml, string rule) => Assert.Single(Read(yaml).Findings, finding => finding.Rule == rule);
}
