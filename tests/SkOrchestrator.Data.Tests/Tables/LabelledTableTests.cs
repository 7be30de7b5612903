using System.Globalization;
using SkOrchestrator.Data.Tables;
using SkOrchestrator.Experiment;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Data.Tests.Tables;

public sealed class LabelledTableTests : IDisposable
{
    private const string Small = "id,arm,visit,spend,new\n1,B,1,10.5,yes\n2,No mail,0,0,yes\n3,A,true,4,no\n4,No mail,1,8,no\n5,B,no,0,no\n6,A,F,0,yes\n7,no mail,0,3,\n";
    private readonly TableFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Arms_keep_their_names_with_the_control_first_and_treatments_by_name()
    {
        var table = _folder.Read(Small.Replace("no mail", "No mail", StringComparison.Ordinal), r => r with { Control = "NO MAIL" });

        Assert.Equal(ArmId.From("No mail"), table.Control);
        Assert.Equal([("No mail", 3L), ("A", 2), ("B", 2)], table.Arms.Select(a => (a.Arm.Value, a.Customers)));
        Assert.Equal(["No mail", "A", "B"], Assert.Single(table.Design.Segments).Arms.Select(a => a.Arm.Value));
        Assert.Equal(SegmentId.All, table.Design.Segments[0].SegmentId);
        Assert.All(table.Weights.Values, w => Assert.Equal(1d / 3, w, 15));
    }

    [Fact]
    public void An_exact_match_names_the_control_before_one_with_other_capitals()
    {
        var table = _folder.Read(Small, r => r with { Control = "no mail" });

        Assert.Equal("no mail", table.Control.Value);
        Assert.Contains(table.Notes, n => n.StartsWith("Warning: the arms No mail and no mail differ only in upper and lower case", StringComparison.Ordinal));
    }

    [Fact]
    public void Yes_and_no_are_read_in_many_words_and_numbers_are_summed_exactly()
    {
        var table = _folder.Read(Small, r => r with { Control = "No mail", NumericMetrics = ["spend"], Caps = new Dictionary<string, double> { ["spend"] = 5 } });

        Assert.Equal(["visit", "spend"], table.Metrics);
        Assert.Equal(["spend", "spend_capped"], table.NumericMetrics.Order());
        Assert.Equal(new CellSummary(SegmentId.All, ArmId.From("B"), "visit", 2, 1, 0.5), Cell(table, "B", "visit"));
        Assert.Equal(new CellSummary(SegmentId.All, ArmId.From("A"), "visit", 2, 1, 0.5), Cell(table, "A", "visit"));
        Assert.Equal(new CellSummary(SegmentId.All, ArmId.From("B"), "spend", 2, 10.5, 55.125), Cell(table, "B", "spend"));
        Assert.Equal(new CellSummary(SegmentId.All, ArmId.From("B"), "spend_capped", 2, 5, 12.5), Cell(table, "B", "spend_capped"));
    }

    [Fact]
    public void The_first_segment_column_is_stratified_over_and_the_others_are_breakdowns()
    {
        var table = _folder.Read(
            "arm,visit,size,new\ncontrol,0,10,yes\ncontrol,1,9,\nA,1,9,yes\nA,0,10,no\n", r => r with { SegmentBy = ["size", "new"] });

        Assert.Equal("size", table.StratifiedBy);
        Assert.Equal(["size=9", "size=10"], table.Design.Segments.Select(s => s.SegmentId.Value));
        var breakdown = Assert.Single(table.Breakdowns);
        Assert.Equal("new", breakdown.By);
        Assert.Equal(["new=(empty)", "new=no", "new=yes"], breakdown.Design.Segments.Select(s => s.SegmentId.Value));
        Assert.Equal(4, breakdown.Cells.Sum(c => c.Count));
        Assert.Equal(4, table.Cells.Sum(c => c.Count));
    }

    [Fact]
    public void The_same_table_as_gzip_or_Parquet_gives_the_same_cells()
    {
        var text = Rows(500, offset: 0);
        TableRequest Full(TableRequest r) => r with { NumericMetrics = ["spend"], SegmentBy = ["region"], Covariates = ["before"] };
        var csv = _folder.Read(text, Full);
        var gzip = LabelledTable.Read(TableFolder.Request(_folder.WriteGzip(text), Full));
        var parquet = LabelledTable.Read(TableFolder.Request(_folder.WriteParquet(text), Full));

        Assert.Equal(csv.Cells, gzip.Cells);
        Assert.Equal(csv.Cells, parquet.Cells);
        Assert.Equal(csv.Covariates, parquet.Covariates);
        Assert.Equal(csv.Cells, _folder.Read(text, Full).Cells);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_000_000_000)]
    public void Sums_of_squares_are_centred_so_that_an_offset_costs_no_digits(double offset)
    {
        var text = Rows(2000, offset);
        var table = _folder.Read(text, r => r with { NumericMetrics = ["spend"], Covariates = ["before"] });
        var rows = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Split(',')).Where(f => f[0] == "A")
            .Select(f => (Spend: decimal.Parse(f[2], CultureInfo.InvariantCulture), Before: decimal.Parse(f[4], CultureInfo.InvariantCulture))).ToList();
        var (mean, meanBefore) = (rows.Average(r => r.Spend), rows.Average(r => r.Before));

        var cell = Cell(table, "A", "spend");
        var pair = Assert.Single(table.Covariates, p => p.Arm.Value == "A" && p.First == "spend");
        Close(rows.Sum(r => r.Spend), cell.Sum, 1e-14);
        Close(rows.Sum(r => (r.Spend - mean) * (r.Spend - mean)), cell.SquaredDeviations, 1e-8);
        Close(rows.Sum(r => (r.Spend - mean) * (r.Before - meanBefore)), pair.Products, 1e-7);
        Close(rows.Sum(r => (r.Before - meanBefore) * (r.Before - meanBefore)), pair.SquaresSecond, 1e-10);
        Assert.Equal(cell.Count, pair.Count);
    }

    [Fact]
    public void Parts_of_a_table_add_up_to_the_whole_bit_for_bit_in_counts()
    {
        var lines = Rows(900, 0).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var whole = _folder.Read(string.Join('\n', lines));
        var first = _folder.Read(string.Join('\n', lines.Take(400)));
        var second = _folder.Read(string.Join('\n', lines.Skip(400).Prepend(lines[0])));

        Assert.All(whole.Cells, c => Assert.Equal((c.Count, c.Sum), Totals(Cell(first, c.Arm.Value, "visit").Merge(Cell(second, c.Arm.Value, "visit")))));
    }

    [Fact]
    public void A_missing_covariate_leaves_the_customer_in_and_out_of_the_pair_only()
    {
        var table = _folder.Read("arm,visit,before\ncontrol,0,1\ncontrol,1,\nA,1,x\nA,0,4\n", r => r with { Covariates = ["before"] });

        Assert.Equal(4, table.Used);
        Assert.All(table.Covariates, p => Assert.Equal(1, p.Count));
        Assert.Contains(table.Notes, n => n.StartsWith("2 customers have no usable value of before", StringComparison.Ordinal));
    }

    [Fact]
    public void Planned_shares_come_from_the_weights_and_add_up_to_one()
    {
        var table = _folder.Read("arm,visit\ncontrol,0\nA,1\nB,1\n", r => r with { Weights = new Dictionary<string, double> { ["control"] = 2, ["a"] = 1, ["B"] = 1 } });

        Assert.Equal([0.5, 0.25, 0.25], table.Design.Segments[0].Arms.Select(a => a.Weight));
    }

    [Fact]
    public void An_arm_that_a_large_segment_does_not_have_is_not_planned_there_but_a_small_segment_may_miss_it_by_chance()
    {
        var rows = string.Concat(Enumerable.Range(0, 90).Select(i => $"{(i % 3 == 0 ? "control" : i % 3 == 1 ? "A" : "B")},0,all-arms\n{(i % 2 == 0 ? "control" : "A")},0,no-B\n"));
        var table = _folder.Read("arm,visit,seg\n" + rows + "control,0,tiny\n", r => r with { SegmentBy = ["seg"] });

        Assert.Equal(["control", "A", "B"], Arms("seg=all-arms"));
        Assert.Equal(["control", "A"], Arms("seg=no-B"));
        Assert.Equal(["control", "A", "B"], Arms("seg=tiny"));
        Assert.Equal([0.5, 0.5], table.Design.Segments.Single(s => s.SegmentId.Value == "seg=no-B").Arms.Select(a => a.Weight));
        Assert.Contains("B has no customers in seg=no-B, which is no chance; it counts as not offered there.", table.Notes);

        IEnumerable<string> Arms(string segment) => table.Design.Segments.Single(s => s.SegmentId.Value == segment).Arms.Select(a => a.Arm.Value);
    }

    [Fact]
    public void Names_are_kept_whole_so_that_two_names_are_never_one()
    {
        var tail = new string('x', 120);
        var table = _folder.Read(
            $"arm,visit,seg\ncontrol,0,💔\nmail,1,❤️\nmail🔥,1,💔\nmail🔥🔥,1,💔\n{tail}a,0,💔\n{tail}b,0,💔\n", r => r with { SegmentBy = ["seg"] });

        Assert.Equal(["control", "mail", "mail🔥", "mail🔥🔥", $"{tail}a", $"{tail}b"], table.Arms.Select(a => a.Arm.Value));
        Assert.Equal(["seg=❤️", "seg=💔"], table.Design.Segments.Select(s => s.SegmentId.Value));
        Assert.DoesNotContain(table.Notes, n => n.Contains("several ways", StringComparison.Ordinal));
    }

    [Fact]
    public void Names_that_look_the_same_count_as_one_and_that_is_said()
    {
        var table = _folder.Read("arm,visit,seg\ncontrol,0,x\nCaf\u00E9,1,x\nCafe\u0301,1,x\nCaf\u00E9\u200E,1,\u200Fx\n", r => r with { SegmentBy = ["seg"] });

        Assert.Equal([("control", 1L), ("Caf\u00E9", 3)], table.Arms.Select(a => (a.Arm.Value, a.Customers)));
        Assert.Equal(["Caf\u00E9", "seg=x"], table.Notes.Where(n => n.Contains("several ways", StringComparison.Ordinal)).Select(n => n.Split(' ')[1]));
    }

    [Fact]
    public void A_missing_value_costs_its_own_metric_a_customer_and_no_other()
    {
        var table = _folder.Read(
            "arm,visit,spend\ncontrol,1,\ncontrol,,3\ncontrol,0,4\ncontrol,,\nA,1,1\nA,0,2\nA,1,\n",
            r => r with { NumericMetrics = ["spend"], Caps = new Dictionary<string, double> { ["spend"] = 3 } });

        Assert.Equal((7L, 7L), (table.Used, table.Arms.Sum(a => a.Customers)));
        Assert.Equal((2L, 1d), Totals(Cell(table, "control", "visit")));
        Assert.Equal((2L, 7d), Totals(Cell(table, "control", "spend")));
        Assert.Equal((2L, 6d), Totals(Cell(table, "control", "spend_capped")));
        Assert.Equal((3L, 2d), Totals(Cell(table, "A", "visit")));
        Assert.Equal(4, table.Cells.Where(c => c.Arm.Value == "control").Max(c => c.Count));
        Assert.Contains("2 of 7 customers (28.57 %) have no usable value of visit; its comparison rests on the others.", table.Notes);
    }

    [Fact]
    public void Values_that_are_missing_more_often_in_one_arm_are_warned_of()
    {
        var rows = string.Concat(Enumerable.Range(0, 400).Select(i => $"{(i % 2 == 0 ? "control" : "A")},{(i % 10 == 1 ? string.Empty : "1")}\n"));

        Assert.Equal(
            "Warning: 40 of 400 customers (10 %) have no usable value of visit; its comparison rests on the others. The share differs by arm (control 0 %, A 20 %; p < 0.0001), so the comparison may be biased by who is missing.",
            Assert.Single(_folder.Read("arm,visit\n" + rows).Notes));
    }

    [Fact]
    public void An_arm_with_the_share_0_is_left_out_and_said()
    {
        var table = _folder.Read(
            "arm,visit,seg\ncontrol,0,x\nA,1,x\nB,1,x\nB,1,only-B\n",
            r => r with { SegmentBy = ["seg"], Weights = new Dictionary<string, double> { ["control"] = 1, ["A"] = 3, ["B"] = 0, ["C"] = 0 } });

        Assert.Equal([("control", 0.25), ("A", 0.75)], table.Weights.Select(w => (w.Key.Value, w.Value)));
        Assert.Equal(["seg=x"], table.Design.Segments.Select(s => s.SegmentId.Value));
        Assert.DoesNotContain(table.Cells, c => c.Arm.Value == "B");
        Assert.Contains("B has the planned share 0 and is left out.", table.Notes);
        Assert.Equal("TAB004", Assert.Single(_folder.Fails("arm,visit\ncontrol,0\nA,1\n", r => r with { Weights = new Dictionary<string, double> { ["control"] = 1, ["A"] = 0 } })).Code);
    }

    [Fact]
    public void Shares_of_a_plan_count_when_they_name_every_arm_and_are_equal_otherwise()
    {
        var planned = new Dictionary<string, double> { ["Control"] = 2, ["A"] = 1, ["B"] = 1 };

        Assert.Equal([2d / 3, 1d / 3], _folder.Read("arm,visit\ncontrol,0\nA,1\n", r => r with { PlannedWeights = planned }).Weights.Values);
        Assert.Equal([0.5, 0.5], _folder.Read("arm,visit\ncontrol,0\nX,1\n", r => r with { PlannedWeights = planned }).Weights.Values);
    }

    [Fact]
    public void Shares_that_differ_between_segments_are_said_with_what_to_do()
    {
        var rows = string.Concat(Enumerable.Range(0, 300).Select(i => $"{(i % 3 == 0 ? "control" : "A")},0,x\n{(i % 3 == 0 ? "A" : "control")},0,y\n"));

        Assert.StartsWith(
            "Warning: the shares of the arms differ between the values of seg. If they were planned so,",
            Assert.Single(_folder.Read("arm,visit,seg\n" + rows, r => r with { SegmentBy = ["seg"] }).Notes),
            StringComparison.Ordinal);
        Assert.Empty(_folder.Read("arm,visit,seg\n" + rows.Replace(",y", ",x", StringComparison.Ordinal), r => r with { SegmentBy = ["seg"] }).Notes);
    }

    private static CellSummary Cell(ImportedExperiment table, string arm, string metric) => table.Cells.Single(c => c.Arm.Value == arm && c.Metric == metric);

    private static (long, double) Totals(CellSummary cell) => (cell.Count, cell.Sum);

    private static void Close(decimal expected, double actual, double tolerance) => Assert.InRange(actual / (double)expected, 1 - tolerance, 1 + tolerance);

    private static string Rows(int count, double offset)
    {
        var random = new Random(7);
        return "arm,visit,spend,region,before\n" + string.Concat(Enumerable.Range(0, count).Select(_ => string.Create(
            CultureInfo.InvariantCulture,
            $"{(random.Next(2) == 0 ? "control" : "A")},{random.Next(2)},{offset + Math.Round(random.NextDouble() * 50, 2):0.00},R{random.Next(3)},{random.Next(100)}\n")));
    }
}
