using SkOrchestrator.Data.Tables;
using SkOrchestrator.Diagnostics;

namespace SkOrchestrator.Data.Tests.Tables;

public sealed class UnusableTableTests : IDisposable
{
    private readonly TableFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_bad_row_or_value_is_left_out_with_line_and_column_and_the_rest_is_kept()
    {
        var table = _folder.Read(
            "id,arm,visit,spend\n1,control,0,1.5\n2,,1,1\n3,A,perhaps,1\n4,A,1,\"1,5\"\n5,A,1\n6,A,,2\n7,A,1,3\n", r => r with { NumericMetrics = ["spend"] });

        Assert.Equal((7L, 5L, 2L), (table.Rows, table.Used, table.Rejected));
        Assert.Equal(
            [
                new RowDiagnostic("table.csv", 3, "arm", "TAB011", "", "the name of an arm", "rejected"),
                new RowDiagnostic("table.csv", 4, "visit", "TAB012", "perhaps", "0/1, true/false or yes/no", "value left out"),
                new RowDiagnostic("table.csv", 5, "spend", "TAB012", "1,5", "a number with a decimal point, such as 12.5, from -1e15 to 1e15", "value left out"),
                new RowDiagnostic("table.csv", 6, "", "CSV004", "3 fields", "4 fields", "rejected"),
                new RowDiagnostic("table.csv", 7, "visit", "TAB012", "", "0/1, true/false or yes/no", "value left out"),
            ],
            table.Diagnostics);
        Assert.Equal(
            [
                "Warning: 2 of 7 rows (28.57 %) are left out: 1 that don't fit the header, 1 without a value of arm. If they differ from the others, or are more in one arm, the comparison is biased.",
                "2 of 5 customers (40 %) have no usable value of visit; its comparison rests on the others.",
                "1 of 5 customers (20 %) have no usable value of spend; its comparison rests on the others.",
            ],
            table.Notes);
    }

    [Fact]
    public void Every_unknown_column_is_named_with_the_nearest_one_and_the_columns_there_are()
    {
        var problems = _folder.Fails("arm,visits,Region\ncontrol,0,x\n", r => r with { SegmentBy = ["region"], Covariates = ["whatever"] });

        Assert.Equal(["CSV005", "CSV005", "CSV005"], problems.Select(p => p.Code));
        Assert.Equal("did you mean visits? Give --metrics the name of a column", problems[0].Fix);
        Assert.Equal("did you mean Region? Give --segment-by the name of a column", problems[1].Fix);
        Assert.Equal("give --covariate the name of a column", problems[2].Fix);
        Assert.All(problems, p => Assert.Equal("columns: arm, visits, Region", p.Found));
    }

    [Fact]
    public void Other_numbers_in_a_yes_or_no_metric_are_an_error_with_the_first_line()
    {
        var problem = Assert.Single(_folder.Fails("arm,visit\ncontrol,0\nA,29.99\nA,1\nA,3\n"));

        Assert.Equal(("TAB003", 3L), (problem.Code, problem.Line));
        Assert.Equal("29.99 and 1 more such rows", problem.Found);
        Assert.Equal("0/1, true/false or yes/no", problem.Expected);
        Assert.Contains("--numeric-metrics visit", problem.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void One_arm_only_can_not_be_compared()
    {
        var problem = Assert.Single(_folder.Fails("arm,visit\ncontrol,0\ncontrol,1\n"));

        Assert.Equal("TAB004", problem.Code);
        Assert.Equal("arms: control", problem.Found);
    }

    [Fact]
    public void Many_values_of_the_arm_column_are_no_arms_and_are_not_shown()
    {
        var problem = Assert.Single(_folder.Fails("arm,visit\n" + string.Concat(Enumerable.Range(0, 21).Select(i => $"Jane {i},0\n"))));

        Assert.Equal("TAB005", problem.Code);
        Assert.DoesNotContain("Jane", problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_control_is_answered_with_the_arms_there_are()
    {
        var problem = Assert.Single(_folder.Fails("arm,visit\nNo E-Mail,0\nMens,1\n", r => r with { Control = "no email" }));

        Assert.Equal("TAB006", problem.Code);
        Assert.Equal("arms: Mens, No E-Mail", problem.Found);
        Assert.Equal("did you mean No E-Mail? Give --control \"No E-Mail\"", problem.Fix);
    }

    [Theory]
    [InlineData("code", 201)]
    [InlineData("", 61)]
    public void A_segment_column_with_many_values_is_an_error_and_numbers_are_many_sooner(string prefix, int values)
    {
        var rows = string.Concat(Enumerable.Range(0, values).Select(i => $"{(i % 2 == 0 ? "control" : "A")},0,{prefix}{i}\n"));

        Assert.Equal("TAB008", Assert.Single(_folder.Fails("arm,visit,seg\n" + rows, r => r with { SegmentBy = ["seg"] })).Code);
        Assert.Equal(200, _folder.Read("arm,visit,seg\n" + Labels(200), r => r with { SegmentBy = ["seg"] }).Design.Segments.Count);
    }

    [Fact]
    public void A_column_has_one_role()
    {
        var problems = _folder.Fails("arm,visit\ncontrol,0\n", r => r with { NumericMetrics = ["visit"], SegmentBy = ["arm"], Metrics = ["visit", "all"] });

        Assert.Equal(["TAB001", "TAB001", "TAB002"], problems.Select(p => p.Code));
        Assert.Equal("name visit in --metrics if it is yes or no per customer, in --numeric-metrics if it is a number", problems.Single(p => p.Message.Contains("visit", StringComparison.Ordinal)).Fix);
    }

    [Fact]
    public void A_cap_belongs_to_a_numeric_metric() =>
        Assert.Equal("TAB014", Assert.Single(_folder.Fails("arm,visit\ncontrol,0\n", r => r with { Caps = new Dictionary<string, double> { ["visit"] = 3 } })).Code);

    [Theory]
    [InlineData("control", "any-treatment")]
    [InlineData("A", "control")]
    public void Arms_with_a_name_that_means_something_else_are_refused(string control, string other) =>
        Assert.Equal("TAB002", Assert.Single(_folder.Fails($"arm,visit\n{control},0\n{other},1\n", r => r with { Control = control })).Code);

    [Fact]
    public void Shares_must_name_every_arm_and_no_other()
    {
        var problems = _folder.Fails("arm,visit\ncontrol,0\nA,1\n", r => r with { Weights = new Dictionary<string, double> { ["control"] = 0, ["treatment"] = 1 } });

        Assert.Equal(["TAB007", "TAB007", "TAB007"], problems.Select(p => p.Code));
    }

    [Fact]
    public void A_metric_that_is_mostly_empty_is_an_error_because_empty_means_not_known()
    {
        var problem = Assert.Single(_folder.Fails("arm,visit,x\ncontrol,1,1\nA,,1\nA,,1\n"));

        Assert.Equal(("TAB013", 3L), (problem.Code, problem.Line));
        Assert.StartsWith("write 0 where nothing happened", problem.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_without_a_usable_row_says_what_is_wrong_with_each()
    {
        var problems = _folder.Fails("arm,visit\ncontrol,?\nA,n/a\n");

        Assert.Equal(["TAB013", "TAB012", "TAB012"], problems.Select(p => p.Code));
        Assert.Equal([2L, 2L, 3L], problems.Select(p => p.Line));
        Assert.Equal("0 of 2 rows without a value, 2 with one that can't be read", problems[0].Found);
        Assert.Equal(["TAB010", "TAB011"], _folder.Fails("arm,visit\n,1\n").Select(p => p.Code));
    }

    [Fact]
    public void A_number_beyond_the_largest_is_told_the_limit()
    {
        var table = _folder.Read("arm,visit,spend\ncontrol,1,1\nA,0,1e+308\nA,0,2\n", r => r with { NumericMetrics = ["spend"] });

        Assert.EndsWith("from -1e15 to 1e15", Assert.Single(table.Diagnostics).Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_is_no_table() =>
        Assert.Equal(("CSV001", "a folder"), Assert.Throws<InvalidInputException>(() => LabelledTable.Read(TableFolder.Request(_folder.Folder))).Diagnostics is [var d] ? (d.Code, d.Found) : default);

    [Fact]
    public void A_header_without_rows_is_refused() => Assert.Equal("CSV003", Assert.Single(_folder.Fails("arm,visit\n")).Code);

    [Fact]
    public void Addresses_are_never_arms_or_segments_and_are_not_shown()
    {
        var arms = _folder.Fails("arm,visit\ncontrol,0\njane@example.org,1\n");
        var segments = _folder.Fails("arm,visit,seg\ncontrol,0,jane@example.org\nA,1,x\n", r => r with { SegmentBy = ["seg"] });
        var values = _folder.Read("arm,visit\ncontrol,0\nA,1\nA,jane@example.org\nA,+44 20 7946 0000\n").Diagnostics;

        Assert.Equal("TAB009", Assert.Single(arms).Code);
        Assert.Equal("TAB009", Assert.Single(segments).Code);
        Assert.DoesNotContain("jane", string.Concat(arms.Concat(segments)), StringComparison.Ordinal);
        Assert.All(values, v => Assert.Equal("(redacted)", v.Value));
    }

    private static string Labels(int count) => string.Concat(Enumerable.Range(0, count).Select(i => $"{(i % 2 == 0 ? "control" : "A")},0,code{i}\n"));
}
