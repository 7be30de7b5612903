using SkOrchestrator.Configuration;
using SkOrchestrator.Diagnostics;

namespace SkOrchestrator.Data.Tests.Assignment;

public sealed class ArmColumnTests : IDisposable
{
    private static readonly DateTimeOffset At = new(2026, 9, 1, 8, 0, 0, TimeSpan.Zero);
    private readonly TestRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Customers_keep_the_arm_they_were_really_in()
    {
        Load("Womens E-Mail", "No E-Mail", "Mens E-Mail", "", "Mens E-Mail");
        _run.Segment();
        var mapping = _run.Database.MapArms("sent");
        var funnel = _run.Database.AssignFromColumn(Designs.Of(Designs.Segment("segment-1", 1, 1, 1, 1)), mapping, At).Funnel;

        Assert.Equal(["No E-Mail=control", "Mens E-Mail=treatment-1", "Womens E-Mail=treatment-2"], mapping.Arms.Select(pair => $"{pair.Key}={pair.Value}"));
        Assert.Equal(
            ["1|treatment-2|segment-1.informational", "2|control|control", "3|treatment-1|segment-1.urgent", "5|treatment-1|segment-1.urgent"],
            _run.Rows("select customer_id, arm, variant_id from assignments order by customer_id"));
        Assert.Equal(1, funnel.Excluded["not_sampled"]);
        Assert.Equal(["control", "treatment-1", "treatment-2"], _run.Rows("select arm from arms order by arm"));
    }

    [Fact]
    public void Customers_whose_arm_has_no_approved_variant_leave()
    {
        Load("a", "control", "b");
        _run.Segment();
        var funnel = _run.Database.AssignFromColumn(Designs.Of(Designs.Segment("segment-1", 1, 1)), _run.Database.MapArms("sent"), At).Funnel;

        Assert.Equal(1, funnel.Excluded["no_approved_variant"]);
        Assert.Equal(2, funnel.Assigned);
    }

    [Theory]
    [InlineData("CSV031", "a", "b", "nonesuch")]
    [InlineData("CSV031", "none", "no mail", "b")]
    [InlineData("CSV032", "control", "a", "b", "c", "d", "e")]
    [InlineData("CSV032", "control", "control")]
    public void Values_that_are_not_one_control_and_up_to_four_treatments_are_refused(string code, params string[] values)
    {
        Load(values);

        Assert.Equal(code, Assert.Throws<InvalidInputException>(() => _run.Database.MapArms("sent")).Diagnostics[0].Code);
    }

    [Fact]
    public void A_value_control_wins_over_other_values_with_a_no_in_them()
    {
        Load("Control", "no discount");

        Assert.Equal(["Control", "no discount"], _run.Database.MapArms("sent").Arms.Select(pair => pair.Key));
    }

    [Fact]
    public void Values_that_are_names_of_arms_keep_them()
    {
        Load("control", "treatment-1", "treatment-3");
        var mapping = _run.Database.MapArms("sent");

        Assert.Equal(["control", "treatment-1", "treatment-3"], mapping.Arms.Select(pair => pair.Value.Value));
        Assert.True(mapping.NamesArms);
    }

    [Theory]
    [InlineData("No E-Mail", false)]
    [InlineData("none", false)]
    [InlineData("no_mail", false)]
    [InlineData("(none)", false)]
    [InlineData("control", true)]
    [InlineData("no discount", true)]
    public void Only_a_control_that_says_so_was_mailed_nothing(string control, bool wasMailed)
    {
        Load(control, "a");

        Assert.Equal(wasMailed, _run.Database.MapArms("sent").ControlWasMailed);
        Assert.False(_run.Database.MapArms("sent").NamesArms);
    }

    [Fact]
    public void The_arm_column_must_be_in_the_file_and_is_no_feature()
    {
        var path = _run.Write("c.csv", "customer_id,sent\n1,a\n2,control\n");

        Assert.Equal(ColumnRole.Ignore, _run.Database.Load(path, new SegmentationOptions(), "sent").Table.Columns[1].Role);
        Assert.Equal("CSV005", Assert.Throws<InvalidInputException>(() => _run.Database.Load(path, new SegmentationOptions(), "arm")).Diagnostics[0].Code);
    }

    private void Load(params string[] values) => _run.Database.Load(
        _run.Write("c.csv", "customer_id,sent\n" + string.Concat(values.Select((value, index) => $"{index + 1},{value}\n"))),
        new SegmentationOptions { Columns = [new ColumnOptions("sent", ColumnRole.Ignore)] },
        "sent");
}
