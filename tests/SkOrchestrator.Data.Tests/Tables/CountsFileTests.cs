using SkOrchestrator.Experiment;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Data.Tests.Tables;

public sealed class CountsFileTests : IDisposable
{
    private const string Header = "segment,arm,metric,successes,trials\n";
    private readonly TableFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Columns_come_in_any_order_and_every_row_is_a_cell()
    {
        var counts = _folder.ReadCounts("trials,metric,arm,extra,successes,segment\n100,visit,B,x,10,new\n200,visit,Control,x,30,new\n50,visit,B,x,5,old\n60,visit,Control,x,6,old\n");

        Assert.Equal((4L, 4L), (counts.Rows, counts.Used));
        Assert.Equal("Control", counts.Control.Value);
        Assert.Equal(["new", "old"], counts.Design.Segments.Select(s => s.SegmentId.Value));
        Assert.Equal([("Control", 260L), ("B", 150)], counts.Arms.Select(a => (a.Arm.Value, a.Customers)));
        Assert.Equal(4, counts.Cells.Count);
        Assert.Contains(CellSummary.Rate(SegmentId.From("new"), ArmId.From("B"), "visit", 10, 100), counts.Cells);
    }

    [Theory]
    [InlineData("segment,arm,metric,successes,trials\n,control,visit,1,10\nall,A,visit,2,10\n")]
    [InlineData("arm,metric,successes,trials\ncontrol,visit,1,10\nA,visit,2,10\n")]
    public void Without_segments_all_customers_are_one(string text) =>
        Assert.Equal(SegmentId.All, Assert.Single(_folder.ReadCounts(text).Design.Segments).SegmentId);

    [Fact]
    public void An_arm_belongs_to_the_segments_it_has_rows_in()
    {
        var counts = _folder.ReadCounts(Header + "a,control,visit,1,10\na,A,visit,1,10\na,B,visit,1,10\nb,control,visit,1,10\nb,A,visit,1,10\nc,A,visit,1,10\n");

        Assert.Equal(["control", "A", "B"], counts.Design.Segments[0].Arms.Select(a => a.Arm.Value));
        Assert.Equal([0.5, 0.5], counts.Design.Segments[1].Arms.Select(a => a.Weight));
        Assert.Contains("Warning: c has no row of the control control, so nothing can be compared there.", counts.Notes);
    }

    [Fact]
    public void Counts_may_be_huge() =>
        Assert.Contains(
            new CellSummary(SegmentId.All, ArmId.From("A"), "visit", 1_000_000_000_000_000, 250_000_000_000_000, 187_500_000_000_000),
            _folder.ReadCounts("arm,metric,successes,trials\ncontrol,visit,0,1\nA,visit,250000000000000,1000000000000000\n").Cells);

    [Fact]
    public void Trials_that_differ_between_metrics_are_noted()
    {
        var counts = _folder.ReadCounts(Header + ",control,visit,1,10\n,control,buy,1,9\n,A,visit,1,10\n");

        Assert.Equal(["visit", "buy"], counts.Metrics);
        Assert.Equal(
            [
                "The trials of control in all differ between metrics; the largest number counts as the customers of the arm.",
                "There is no row of A in all for buy.",
            ],
            counts.Notes);
        Assert.Equal(10, counts.Arms[0].Customers);
    }

    [Fact]
    public void All_problems_of_all_rows_are_told_at_once_with_their_lines()
    {
        var problems = _folder.CountsFail(
            Header + "a,control,visit,-1,10\na,A,visit,11,10\na,A,buy,2.5,1e3\na,,visit,1,10\na,control,buy,1,10\na,control,buy,2,10\nshort,row\nall,A,x,1,2\na,any,all,1,2\na,B,visit,1000000000000001,1000000000000002\n");

        Assert.Equal(
            ["2 TAB020", "3 TAB021", "4 TAB020", "4 TAB020", "5 TAB024", "7 TAB022", "8 CSV004", "10 TAB002", "11 TAB020", "11 TAB020", "9 TAB023"],
            problems.Select(p => $"{p.Line} {p.Code}"));
        Assert.Equal("-1", problems[0].Found);
        Assert.Equal("11 successes of 10 trials", problems[1].Found);
        Assert.Contains("already in line 6", problems[5].Found, StringComparison.Ordinal);
        Assert.All(problems, p => Assert.False(string.IsNullOrEmpty(p.Fix)));
    }

    [Fact]
    public void A_total_beside_its_parts_would_count_customers_twice()
    {
        var problem = Assert.Single(_folder.CountsFail(Header + "all,control,visit,1,10\nall,A,visit,1,10\na,control,visit,1,5\na,A,visit,1,5\n"));

        Assert.Equal(("TAB023", 2L), (problem.Code, problem.Line));
    }

    [Fact]
    public void Names_with_signs_beyond_the_basic_plane_and_long_ones_are_told_apart()
    {
        var tail = new string('x', 120);
        var counts = _folder.ReadCounts(Header + $"💔,control,visit,1,10\n💔,🔥,visit,2,10\n💔,🔥🔥,visit,3,10\n💔,{tail}a,visit,4,10\n💔,{tail}b,visit,4,10\n");

        Assert.Equal(["control", "🔥", "🔥🔥", $"{tail}a", $"{tail}b"], counts.Arms.Select(a => a.Arm.Value).OrderBy(a => a == "control" ? 0 : 1).ThenBy(a => a.Length).ThenBy(a => a, StringComparer.Ordinal));
        Assert.Equal("💔", Assert.Single(counts.Design.Segments).SegmentId.Value);
    }

    [Theory]
    [InlineData("a,control,visit,1,10\n", "control", "TAB004")]
    [InlineData("a,A,visit,1,10\na,B,visit,1,10\n", "control", "TAB006")]
    [InlineData("a,A,visit,1,10\na,control,visit,1,10\n", "A", "TAB002")]
    public void One_arm_or_no_control_is_refused(string rows, string control, string code) =>
        Assert.Equal(code, Assert.Single(_folder.CountsFail(Header + rows, r => r with { Control = control })).Code);

    [Fact]
    public void Metrics_can_be_chosen_and_an_unknown_one_is_answered_with_those_there_are()
    {
        const string rows = Header + "a,control,visit,1,10\na,A,visit,1,10\na,control,buy,1,10\na,A,buy,1,10\n";

        Assert.Equal(["buy"], _folder.ReadCounts(rows, r => r with { Metrics = ["buy"] }).Cells.Select(c => c.Metric).Distinct());
        var problem = Assert.Single(_folder.CountsFail(rows, r => r with { Metrics = ["visits"] }));
        Assert.Equal(("TAB025", "metrics: visit, buy", "did you mean visit?"), (problem.Code, problem.Found, problem.Fix));
    }

    [Fact]
    public void Missing_columns_are_named_together()
    {
        var problems = _folder.CountsFail("segment,arm,metric,success,n\na,A,visit,1,10\n");

        Assert.Equal(["CSV005", "CSV005"], problems.Select(p => p.Code));
        Assert.Equal("did you mean success? Rename it to successes", problems[0].Fix);
        Assert.Equal("the columns segment, arm, metric, successes, trials", problems[1].Expected);
    }

    [Fact]
    public void Column_names_may_have_capitals_but_not_stand_there_twice()
    {
        Assert.Equal(2, _folder.ReadCounts("Segment,ARM,Metric,successes,Trials\na,control,visit,1,10\na,A,visit,2,10\n").Cells.Count);
        Assert.Equal("CSV009", Assert.Single(_folder.CountsFail("segment,arm,ARM,metric,successes,trials\na,control,x,visit,1,10\n")).Code);
    }

    [Fact]
    public void A_row_with_an_open_quote_is_said_with_what_to_mend()
    {
        var problem = _folder.CountsFail(Header + "a,control,visit,1,10\na,\"A,visit,1,10\n")[0];

        Assert.Equal(("CSV015", "close the quotes; inside a quoted field write a quote twice"), (problem.Code, problem.Fix));
        Assert.EndsWith("can't be read", problem.Message, StringComparison.Ordinal);
        Assert.Equal("a quote that is not closed, or that stands inside a field", problem.Found);
    }

    [Fact]
    public void An_arm_with_the_share_0_is_left_out_of_counts()
    {
        var counts = _folder.ReadCounts(
            Header + "a,control,visit,1,10\na,A,visit,1,10\na,B,visit,1,10\nb,B,visit,1,10\n", r => r with { Weights = new Dictionary<string, double> { ["control"] = 1, ["A"] = 1, ["B"] = 0 } });

        Assert.Equal(["control", "A"], counts.Arms.Select(a => a.Arm.Value));
        Assert.Equal("a", Assert.Single(counts.Design.Segments).SegmentId.Value);
        Assert.Contains("B has the planned share 0 and is left out.", counts.Notes);
    }
}
