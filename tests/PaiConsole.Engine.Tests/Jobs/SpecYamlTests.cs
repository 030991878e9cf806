using CsCheck;
using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Preflight;
using PaiConsole.Domain.Workspaces;
using PaiConsole.Engine.Jobs;
using PaiConsole.Engine.Tests.Manifests;

namespace PaiConsole.Engine.Tests.Jobs;

/// <summary>A form and its YAML are the same job, whatever was typed.</summary>
public class SpecYamlTests
{
    private static readonly Gen<string> _text = Gen.OneOf(
        Of(
            "", "yes", "null", "~", "1e3", "a: b", "- x", "#no", "line one\nline two", "  indented\n x", "ends\n", "it's \"quoted\"", "'", "a\u0007b", "中文 名称", "x  ", "\\", "%", "@at", "a\n\nb", "a\r\nb", "\u2028", "*x", "&x", "!x", "{", "|", "12:30", "0x1f", "2026-01-01"),
        Gen.Char["ab:#-'\"\\ \n{}[],&*!|>%@`~0"].Array[0, 20].Select(marks => new string(marks)));

    private static readonly Gen<JobSpec> _specs =
        from name in _text
        from command in _text
        from key in Of("A", "B_1", "no", "1")
        from value in _text
        from uri in Of("oss://b/x/", "oss://桶/y")
        from count in Gen.Long[0, 99]
        from spot in Of<SpotTerms?>(null, new SpotTerms(0.85m, null), new SpotTerms(null, 0.1234m), new SpotTerms(null, null))
        from number in Gen.Int[1, 9]
        select new JobSpec
        {
            Name = name, Command = command, Image = value,
            Roles = [new JobRoleSpec("Master", count, "ecs.gn7i-c8g1.2xlarge") { RestartPolicy = "Never" }, new JobRoleSpec("Worker", 1, "") { Image = name }],
            Data = [new DataMount("d-1", null, "/mnt/data"), new DataMount(null, uri, "/mnt/other")],
            Env = new Dictionary<string, string> { [key] = value }, Labels = new Dictionary<string, string> { [key] = name },
            Code = new JobCode("code-1", "/mnt/code") { Branch = "main" }, Spot = spot is { DiscountLimit: null, PriceLimitPerMinute: null } ? null : spot,
            OutputPath = uri, Priority = number, MaxRunningMinutes = number, WorkspaceId = "268",
        };

    [Fact]
    public void What_is_written_reads_back_as_it_was() => Check.Sample(_specs, spec =>
    {
        var yaml = SpecYaml.Write(spec);
        Assert.True(SpecYaml.IsSpec(yaml), yaml);
        var import = SpecYaml.Read(yaml, Samples.Context);
        Assert.True(import.Assumptions.Count == 0, $"{yaml}\n{string.Join('\n', import.Assumptions)}");
        Assert.Equal(yaml, SpecYaml.Write(import.Spec));
        Assert.Equal((spec.Name, spec.Command, spec.Image, spec.Spot, spec.Code), (import.Spec.Name, import.Spec.Command, import.Spec.Image, import.Spec.Spot, import.Spec.Code));
        Assert.Equal(spec.Roles, import.Spec.Roles);
        Assert.Equal(spec.Data, import.Spec.Data);
        Assert.Equal(spec.Env, import.Spec.Env);
    });

    private static Gen<T> Of<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    [Fact]
    public void A_manifest_is_no_spec() => Assert.False(SpecYaml.IsSpec(Samples.DlcJob));

    [Fact]
    public void An_unknown_member_is_told() => Assert.Contains(
        SpecYaml.Read("name: a\nroles: []\nreplicas: 3\n", Samples.Context).Findings, finding => finding.Rule == "manifest-field-ignored" && finding.Severity == Severity.Warning);
}
