using SkOrchestrator.Data.Eligibility;
using SkOrchestrator.Experiment;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Data.Tests.Assignment;

public sealed class AssignTests : IDisposable
{
    private const string Arms = "select customer_id, arm from assignments order by customer_id";
    private static readonly DateTimeOffset At = new(2026, 9, 1, 8, 0, 0, TimeSpan.Zero);
    private readonly TestRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    [Requirement("5.2")]
    public void Arms_are_balanced_inside_each_segment()
    {
        Prepare(_run, Enumerable.Range(1, 1003));
        var counts = _run.Database.Assign(Designs.Of(Designs.Segment("segment-0", 1, 1, 1, 1), Designs.Segment("segment-1", 2, 1, 1)), "autumn", 7, At).Counts;

        var even = counts.Where(count => count.SegmentId.Value == "segment-0").Select(count => count.Count).ToList();
        Assert.Equal(501, even.Sum());
        Assert.InRange(even.Max() - even.Min(), 0, 1);
        Assert.Equal([251L, 125, 126], counts.Where(count => count.SegmentId.Value == "segment-1").Select(count => count.Count).OrderBy(count => count == 251 ? 0 : count));
    }

    [Fact]
    [Requirement("5.2")]
    public void The_order_of_the_file_does_not_matter_but_the_seed_does()
    {
        using var reversed = new TestRun();
        using var reseeded = new TestRun();
        foreach (var (run, ids, seed) in new[] { (_run, Enumerable.Range(1, 400), 7), (reversed, Enumerable.Range(1, 400).Reverse(), 7), (reseeded, Enumerable.Range(1, 400), 8) })
        {
            Prepare(run, ids);
            run.Database.Assign(Designs.Of(Designs.Segment("segment-0", 1, 1, 1, 1), Designs.Segment("segment-1", 1, 1, 1)), "autumn", seed, At);
        }

        Assert.Equal(_run.Rows(Arms), reversed.Rows(Arms));
        Assert.NotEqual(_run.Rows(Arms), reseeded.Rows(Arms));
    }

    [Fact]
    [Requirement("5.3")]
    public void Each_customer_is_mapped_to_a_variant_with_the_time()
    {
        Prepare(_run, Enumerable.Range(1, 40));
        _run.Database.Assign(Designs.Of(Designs.Segment("segment-0", 1, 1), Designs.Segment("segment-1", 1, 1)), "autumn", 7, At);
        _run.Database.Export(_run.Folder);

        var lines = File.ReadAllLines(Path.Combine(_run.Folder, "assignments.csv"));
        Assert.Equal("customer_id,segment_id,arm,variant_id,assigned_at", lines[0]);
        Assert.Equal(Enumerable.Range(1, 40).Select(id => $"{id}"), lines[1..].Select(line => line.Split(',')[0]));
        Assert.All(lines[1..], line => Assert.Matches(@"^\d+,(segment-[01]),(control,control|treatment-1,\1\.urgent),2026-09-01T08:00:00Z$", line));
    }

    [Fact]
    public void Everyone_is_assigned_excluded_or_held_out()
    {
        _run.Load("customer_id,consent\n" + string.Concat(Enumerable.Range(1, 500).Select(i => $"{i},{(i % 9 == 0 ? "no" : "yes")}\n")));
        _run.Database.Exclude(new EligibilityRules { ExperimentId = "autumn", SendAt = At, HoldoutShare = 0.1 });
        _run.Segment("'segment-' || (customer_id::int % 3)");
        var design = new ExperimentDesign([Designs.Segment("segment-0", 1, 1), Designs.Segment("segment-1", 1, 1)], [new SegmentId("segment-2")]);
        var funnel = _run.Database.Assign(design, "autumn", 7, At).Funnel;

        Assert.Equal(500, funnel.Assigned + funnel.HeldOut + funnel.Excluded.Values.Sum());
        Assert.InRange(funnel.Excluded[ExclusionReason.NoApprovedVariant], 100, 200);
        Assert.InRange(funnel.HeldOut, 1, 100);
        Assert.Empty(_run.Rows("select customer_id from holdout join assignments using (customer_id)"));
        Assert.Empty(_run.Rows("select customer_id from assignments where segment_id = 'segment-2'"));
    }

    [Fact]
    public void Hash_order_is_not_file_order()
    {
        Prepare(_run, Enumerable.Range(1, 2000));
        _run.Database.Assign(Designs.Of(Designs.Segment("segment-0", 1, 1), Designs.Segment("segment-1", 1, 1)), "autumn", 7, At);

        Assert.InRange(_run.Rows("select 1 from assignments where arm = 'control' and customer_id::int <= 1000").Count, 500 - 70, 500 + 70);
    }

    [Fact]
    public void A_customer_without_a_segment_is_a_defect_that_is_not_passed_over()
    {
        _run.Load("customer_id\n1\n2\n");

        Assert.Throws<InvalidOperationException>(() => _run.Database.Assign(Designs.Of(Designs.Segment("segment-1", 1, 1)), "autumn", 7, At));
    }

    private static void Prepare(TestRun run, IEnumerable<int> ids)
    {
        run.Load("customer_id\n" + string.Join('\n', ids));
        run.Segment("'segment-' || (customer_id::int % 2)");
    }
}
