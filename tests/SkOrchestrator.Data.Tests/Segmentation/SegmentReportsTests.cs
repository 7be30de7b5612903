using System.Text.Json;
using SkOrchestrator.Configuration;
using SkOrchestrator.Data.Segmentation;

namespace SkOrchestrator.Data.Tests.Segmentation;

public sealed class SegmentReportsTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("segments");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    [Requirement("1.5")]
    public void The_summary_holds_size_share_and_distribution_of_every_feature()
    {
        using var data = new SegmentationFixture(
            "points DOUBLE, tier VARCHAR, app BOOLEAN",
            ["('a', 1, 'gold', TRUE)", "('b', 2, 'gold', TRUE)", "('c', 3, '=x,\"y\"', FALSE)", "('d', 10, NULL, NULL)", "('e', 20, 'rare', FALSE)"]);
        var rule = new SegmentRule("=Low, \"few\"", string.Empty, null, [], 1, [new("points < 5", 1)]);
        var options = new SegmentationOptions { Strategy = SegmentationStrategy.Rules, Rules = [rule], MinimumGroup = 1 };

        var result = data.Run(
            options, [new("points", ColumnRole.Numeric), new("tier", ColumnRole.Categorical), new("app", ColumnRole.Boolean)]);

        Assert.Equal(
            """"
            segment_id,label,size,share,feature,mean_or_share,std,min,p25,median,p75,max
            segment-1,"'=Low, ""few""",3,0.6,points,2,1,1,1.5,2,2.5,3
            segment-1,"'=Low, ""few""",3,0.6,tier=gold,0.666667,,,,,,
            segment-1,"'=Low, ""few""",3,0.6,"tier==x,""y""",0.333333,,,,,,
            segment-1,"'=Low, ""few""",3,0.6,tier=rare,0,,,,,,
            segment-1,"'=Low, ""few""",3,0.6,app=yes,0.666667,,,,,,
            segment-1,"'=Low, ""few""",3,0.6,app=no,0.333333,,,,,,
            segment-2,Everyone else,2,0.4,points,15,7.071068,10,12.5,15,17.5,20
            segment-2,Everyone else,2,0.4,tier=gold,0,,,,,,
            segment-2,Everyone else,2,0.4,"tier==x,""y""",0,,,,,,
            segment-2,Everyone else,2,0.4,tier=rare,0.5,,,,,,
            segment-2,Everyone else,2,0.4,tier=(missing),0.5,,,,,,
            segment-2,Everyone else,2,0.4,app=yes,0,,,,,,
            segment-2,Everyone else,2,0.4,app=no,0.5,,,,,,
            segment-2,Everyone else,2,0.4,app=(missing),0.5,,,,,,

            """",
            Written(result)[1]);
    }

    [Fact]
    [Requirement("1.3")]
    [Requirement("1.5")]
    public void The_segments_are_stored_with_their_metadata_and_two_runs_write_the_same_bytes()
    {
        using var first = new SegmentationFixture(Shop.Table, Shop.Rows(300));
        using var second = new SegmentationFixture(Shop.Table, Enumerable.Reverse(Shop.Rows(300)));

        var files = Written(first.Run(Shop.Options, Shop.Columns));

        Assert.Equal(files, Written(second.Run(Shop.Options, Shop.Columns)));
        Assert.All(files, f => Assert.DoesNotContain('\r', f));
        Assert.All(files, f => Assert.EndsWith("\n", f, StringComparison.Ordinal));
        using var json = JsonDocument.Parse(files[0]);
        Assert.Equal(3, json.RootElement.GetArrayLength());
        string[] names =
            ["segmentId", "label", "description", "size", "share", "definingFeatures", "method", "quality", "hooks", "terms", "audiences"];
        Assert.All(json.RootElement.EnumerateArray(), s => Assert.Equal(names, s.EnumerateObject().Select(p => p.Name)));
        Assert.Equal("segment-1", json.RootElement[0].GetProperty("segmentId").GetString());
        var feature = json.RootElement[0].GetProperty("definingFeatures")[0];
        Assert.All(["feature", "segmentValue", "overallValue", "effectSize"], name => Assert.True(feature.TryGetProperty(name, out _)));
    }

    private string[] Written(SkOrchestrator.Segmentation.SegmentationResult result)
    {
        SegmentReports.Write(_directory.FullName, result);
        return [.. new[] { SegmentReports.SegmentsFile, SegmentReports.SummaryFile }.Select(f => File.ReadAllText(Path.Combine(_directory.FullName, f)))];
    }
}
