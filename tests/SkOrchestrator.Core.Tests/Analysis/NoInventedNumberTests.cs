using System.Text.Json;
using FsCheck.Xunit;
using SkOrchestrator.Configuration;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Analysis;

/// <summary>Whatever comes in: no NaN, no infinity, no interval without width, no missing number without a reason.</summary>
[Properties(Replay = "20260902,31", MaxTest = 200)]
public sealed class NoInventedNumberTests
{
    public static TheoryData<string> Names => [.. Inputs.Keys];

    private static Dictionary<string, Campaign> Inputs { get; } = new()
    {
        ["no segments"] = new Campaign(),
        ["planned but nothing observed"] = new Campaign().Plan("a", (Campaign.Arm(0), 0.5), (Campaign.Arm(1), 0.5)),
        ["one segment"] = new Campaign().Segment("a", (100, [8]), (100, [12]), (100, [9])),
        ["one treatment"] = new Campaign().Segment("a", (50, [8]), (50, [12])).Segment("b", (40, [3]), (41, [4])),
        ["no events at all"] = new Campaign().Segment("a", (50, [0]), (50, [0])).Segment("b", (40, [0]), (41, [0])),
        ["no events in control"] = new Campaign().Segment("a", (50, [0]), (50, [4])).Segment("b", (40, [0]), (41, [2])),
        ["no events in treatment"] = new Campaign().Segment("a", (50, [4]), (50, [0])).Segment("b", (40, [2]), (41, [0])),
        ["everyone clicks"] = new Campaign().Segment("a", (50, [50]), (50, [50])).Segment("b", (40, [40]), (41, [41])),
        ["everyone clicks in treatment only"] = new Campaign().Segment("a", (50, [0]), (50, [50])),
        ["one customer an arm"] = new Campaign().Segment("a", (1, [0]), (1, [1]), (1, [1])),
        ["an empty control"] = new Campaign().Segment("a", (0, [0]), (30, [1])).Segment("b", (20, [3]), (20, [5])),
        ["an empty treatment"] = new Campaign().Segment("a", (30, [2]), (0, [0])).Segment("b", (20, [3]), (20, [5])),
        ["unequal weights"] = new Campaign().Segment("a", [0.9, 0.05, 0.05], (900, [80]), (50, [4]), (50, [9])),
        ["a weight of 0"] = new Campaign().Segment("a", [0.5, 0.5, 0], (500, [80]), (500, [84]), (0, [0])),
        ["two hundred to one"] = new Campaign().Segment("a", [0.995, 0.005], (99_500, [2000]), (500, [9])).Segment("b", [0.005, 0.995], (5, [0]), (995, [12])),
        ["everybody in one segment"] = new Campaign().Segment("all", (100, [8]), (100, [12]), (100, [0])),
        ["everybody without events"] = new Campaign().Segment("all", (100, [0]), (100, [0])),
        ["everybody and an empty arm"] = new Campaign().Segment("all", (100, [3]), (0, [0]), (100, [5])),
        ["a hundred million"] = new Campaign().Segment("a", (100_000_000, [21_003_457]), (100_000_000, [21_018_822])).Segment("b", (100_000_000, [97]), (100_000_000, [141])),
        ["revenue"] = Revenue(100, 100, 4000, 900_000),
        ["no revenue"] = Revenue(100, 100, 0, 0),
        ["one buyer"] = Revenue(2, 1, 10, 100),
        ["constant revenue"] = Revenue(100, 100, 1000, 10_000),
        ["enormous revenue"] = Revenue(100, 100, 1e150, 1e300),
    };

    [Theory]
    [MemberData(nameof(Names))]
    [Requirement("5.6")]
    [Requirement("5.8")]
    public void Every_number_is_finite_and_every_gap_has_a_reason(string name)
    {
        foreach (EngagementSource source in Enum.GetValues<EngagementSource>())
        {
            foreach (bool sent in (bool[])[true, false])
            {
                Check(Inputs[name].Analyze(source, sent));
            }
        }
    }

    [Property]
    public void Any_small_campaign_gives_finite_numbers(byte[] counts, bool sent)
    {
        var campaign = new Campaign(Metric.OpenRate, Metric.ClickRate);
        foreach ((byte[] chunk, int index) in counts.Chunk(9).Where(c => c.Length == 9).Select((c, i) => (c, i)))
        {
            campaign.Segment($"s{index}", [.. chunk.Chunk(3).Select(a => ((long)a[0], new long[] { a[1] % (a[0] + 1), a[2] % (a[0] + 1) }))]);
        }

        Check(campaign.Analyze(EngagementSource.Historical, sent));
    }

    [Fact]
    public void The_same_input_gives_the_same_bytes() =>
        Assert.Equal(JsonSerializer.Serialize(Inputs["revenue"].Analyze()), JsonSerializer.Serialize(Inputs["revenue"].Analyze()));

    [Fact]
    public void Impossible_cells_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new Campaign().Segment("a", (10, [11]), (10, [1])).Analyze());
        Assert.Throws<ArgumentException>(() => new Campaign().Plan("a", (ArmId.Control, 1)).Cell("a", ArmId.Control, Metric.ClickRate, 5, double.NaN, 1).Analyze());
    }

    private static void Check(ExperimentAnalysis analysis)
    {
        FiniteAssert.Walk(analysis, "analysis");
        FiniteAssert.Consistent(analysis);
        Assert.NotEmpty(JsonSerializer.Serialize(analysis));
    }

    private static Campaign Revenue(long control, long treatment, double sum, double squares)
    {
        var campaign = new Campaign(Metric.RevenuePerRecipient);
        foreach (string segment in (string[])["a", "b"])
        {
            campaign.Plan(segment, (ArmId.Control, 0.5), (Campaign.Arm(1), 0.5))
                .Cell(segment, ArmId.Control, Metric.RevenuePerRecipient, control, sum, squares)
                .Cell(segment, Campaign.Arm(1), Metric.RevenuePerRecipient, treatment, sum * treatment / control, squares * treatment / control);
        }

        return campaign;
    }
}
