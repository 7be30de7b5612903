using SkOrchestrator.Experiment;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Analysis;

/// <summary>How many customers of each arm got as far as each stage. A stage is known when anything is known of it; an arm without a count has nobody there.</summary>
internal sealed class StageCounts
{
    private readonly Dictionary<(string Stage, SegmentId Segment, ArmId Arm), long> _counts;
    private readonly HashSet<string> _known;
    private readonly AnalysisTable _table;

    /// <summary>Adds up the counts of partitions and checks them.</summary>
    /// <exception cref="ArgumentException">More customers got to a stage than were assigned, or less than none.</exception>
    public StageCounts(IReadOnlyList<StageCount> stages, AnalysisTable table)
    {
        _table = table;
        _counts = stages.Where(s => table.Has(s.SegmentId, s.Arm)).GroupBy(s => (s.Stage, s.SegmentId, s.Arm)).ToDictionary(g => g.Key, g => g.Sum(s => s.Count));
        _known = [.. stages.Select(s => s.Stage)];
        foreach (((string stage, SegmentId segment, ArmId arm), long count) in _counts)
        {
            if (count < 0 || count > table.Assigned(segment, arm))
            {
                throw new ArgumentException(Sentence.Of($"{count} customers of {arm} in {segment} can't be {stage}: {table.Assigned(segment, arm)} are assigned"));
            }
        }
    }

    /// <summary>The stages where customers can be lost that are known, in order.</summary>
    public IReadOnlyList<string> Lossy => [.. StageName.Lossy.Where(_known.Contains)];

    /// <summary>Customers of an arm in a segment.</summary>
    public long Of(string stage, SegmentId segment, ArmId arm) => _counts.GetValueOrDefault((stage, segment, arm));

    /// <summary>What became of the mails of each arm; empty where nothing is known.</summary>
    /// <param name="arms">The arms.</param>
    public IReadOnlyList<ArmDelivery> Delivery(IEnumerable<ArmId> arms) => _known.Count == 0 ? [] : [.. arms.Select(arm => new ArmDelivery(
        arm.Value,
        _table.Assigned(arm),
        Total(StageName.Exported, arm),
        Total(StageName.Sent, arm),
        Total(StageName.Delivered, arm),
        Total(StageName.Bounced, arm),
        Total(StageName.MachineOpened, arm)))];

    private long? Total(string stage, ArmId arm) => _known.Contains(stage) ? _table.Segments.Sum(s => Of(stage, s, arm)) : null;
}
