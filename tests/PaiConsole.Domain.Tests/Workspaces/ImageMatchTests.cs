using PaiConsole.Domain.Workspaces;

namespace PaiConsole.Domain.Tests.Workspaces;

public class ImageMatchTests
{
    private static readonly Dictionary<string, string> _noLabels = [];

    [Theory]
    [InlineData("pai-image-pytorch:2.3-gpu-py310-cu124", "pytorch 2.3, gpu, Python 3.10, CUDA 12.4")]
    [InlineData("pytorch2.3-gpu-py310-cu124", "pytorch 2.3, gpu, Python 3.10, CUDA 12.4")]
    [InlineData("r.io/pai/modelscope:1.16.1-pytorch2.3.0tensorflow2.16.1-gpu-py310-cu121-ubuntu22.04",
        "modelscope 1.16.1, pytorch 2.3.0, tensorflow 2.16.1, gpu, Python 3.10, CUDA 12.1")]
    [InlineData("r.io/pai/training:26.07.20-pytorch2.11-python3.12-cuda13.0-ubuntu24.04_accelerated", "pytorch 2.11, gpu, Python 3.12, CUDA 13.0")]
    [InlineData("r.io/pai-dlc/tensorflow-training:2.3-cpu-py36-ubuntu18.04", "tensorflow 2.3, cpu, Python 3.6")]
    [InlineData("ubuntu:22.04", "")]
    public void Reads_what_a_name_says(string image, string traits) => Assert.Equal(traits, ImageTraits.Of(image).ToString());

    [Theory]
    [InlineData("pai-image-pytorch:2.8-gpu-py312-cu128", "pytorch:2.8.0-gpu-py312-cu128", "")]
    [InlineData("pai-image-pytorch:2.3-gpu-py310-cu124", "modelscope:1.16.1-pytorch2.3.0-gpu-py310-cu121", "CUDA 12.1 instead of 12.4")]
    [InlineData("pai-image-pytorch:2.4-gpu-py310-cu124", "modelscope:1.20.0-pytorch2.4.0-gpu-py310-cu124", "")]
    [InlineData("pytorch:2.3-cpu-py311", "modelscope:1.34.0-pytorch2.3.1-cpu-py311", "")]
    [InlineData("pytorch:2.9-gpu-py312-cu128", "pytorch:2.8.0-gpu-py312-cu128", "pytorch 2.8.0 instead of 2.9")]
    public void Takes_the_nearest(string asked, string found, string differences)
    {
        var match = ImageMatch.Find(asked, Images("pytorch:2.8.0-gpu-py312-cu128", "modelscope:1.16.1-pytorch2.3.0-gpu-py310-cu121",
            "modelscope:1.20.0-pytorch2.4.0-gpu-py310-cu124", "modelscope:1.34.0-pytorch2.3.1-cpu-py311"))!;
        Assert.Equal((found, differences), (match.Image.Name, string.Join("; ", match.Differences)));
    }

    [Theory]
    [InlineData("tensorflow:2.15-gpu-py310")]
    [InlineData("pytorch:1.12-gpu-py38")]
    [InlineData("my-own-thing:7")]
    public void Takes_none_with_another_framework_or_major_version(string asked) =>
        Assert.Null(ImageMatch.Find(asked, Images("pytorch:2.8.0-gpu-py312-cu128")));

    [Fact]
    public void Labels_say_what_a_name_does_not()
    {
        var labels = new Dictionary<string, string> { ["system.chipType"] = "GPU", ["system.framework.PyTorch"] = "2.3", ["system.pythonVersion"] = "3.10" };
        var image = new ContainerImage("image-1", "team", "r.io/team:7", labels, null);
        Assert.Equal("pytorch 2.3, gpu, Python 3.10", ImageTraits.Of(image).ToString());
    }

    private static IEnumerable<ContainerImage> Images(params string[] names) =>
        names.Select(name => new ContainerImage(name, name, "r.io/pai/" + name, _noLabels, null));
}
