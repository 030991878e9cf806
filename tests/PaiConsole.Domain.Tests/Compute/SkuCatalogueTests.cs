using PaiConsole.Domain.Compute;

namespace PaiConsole.Domain.Tests.Compute;

public class SkuCatalogueTests
{
    [Fact]
    public void Every_type_of_the_fact_files_is_listed() => Assert.Equal(281, SkuCatalogue.Embedded.All.Count);

    [Fact]
    public void Knows_the_shape_of_a_gpu_type()
    {
        var sku = SkuCatalogue.Embedded.Find("ecs.gn7i-4x.16xlarge")!;
        Assert.Equal((64, 256m, "NVIDIA A10", 4, 24m), (sku.Vcpu, sku.MemoryGib, sku.GpuModel, sku.GpuCount, sku.GpuMemoryGib));
    }

    [Fact]
    public void The_type_that_the_text_calls_4_A10_has_one() =>
        Assert.Equal(1, SkuCatalogue.Embedded.Find("ecs.gn7i-c16g1.4xlarge")!.GpuCount);

    [Fact]
    public void A_slice_of_a_card_is_not_a_whole_card()
    {
        var slice = SkuCatalogue.Embedded.All.First(sku => sku.GpuFraction is > 0 and < 1);
        Assert.True(slice.HasGpu);
        Assert.Equal(0, slice.GpuCount);
    }

    [Fact]
    public void Shapes_that_no_source_gives_stay_unknown() =>
        Assert.Null(SkuCatalogue.Embedded.Find("ml.gu7ef.8xlarge-gu100")!.Vcpu);

    [Fact]
    public void Unknown_and_missing_names_give_nothing()
    {
        Assert.Null(SkuCatalogue.Embedded.Find("ecs.gn7e-c12g1.3xlarge"));
        Assert.Null(SkuCatalogue.Embedded.Find(null));
    }

    [Fact]
    public void Search_takes_words_of_name_and_card() => Assert.Equal(
        ["ecs.gn7i-4x.16xlarge", "ecs.gn7i-8x.16xlarge"],
        SkuCatalogue.Embedded.Search("A10 gn7i- x.16xlarge").Select(sku => sku.Type));

    [Fact]
    public void What_the_cloud_lists_now_completes_the_catalogue()
    {
        var merged = SkuCatalogue.Embedded.With(
        [
            new Sku("ecs.new.large", 2, 4, null, 0, null),
            new Sku("ecs.gn7i-4x.16xlarge", 64, 255, null, 4, null),
        ]);
        Assert.Equal(282, merged.All.Count);
        Assert.Equal((255m, "NVIDIA A10"), (merged.Find("ecs.gn7i-4x.16xlarge")!.MemoryGib, merged.Find("ecs.gn7i-4x.16xlarge")!.GpuModel));
    }
}
