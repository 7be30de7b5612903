using SkOrchestrator.Configuration;
using SkOrchestrator.Experiment;
using SkOrchestrator.Identity;
using SkOrchestrator.Messages;

namespace SkOrchestrator.Analysis;

/// <summary>What the analyser needs: summaries, never rows.</summary>
public sealed record AnalysisInput
{
    /// <summary>Settings of the experiment.</summary>
    public required ExperimentOptions Experiment { get; init; }

    /// <summary>Where engagement came from.</summary>
    public required EngagementSource Source { get; init; }

    /// <summary>Whether arms are the ones really sent; false with labels of a mail that was the same for all (an A/A check).</summary>
    public required bool ArmsWereSent { get; init; }

    /// <summary>Names of the mails that were really sent, by arm, where those are other mails than the messages of this run; empty otherwise.</summary>
    public IReadOnlyDictionary<ArmId, string> SentMails { get; init; } = new Dictionary<ArmId, string>();

    /// <summary>Metrics that nothing was observed of, with the reason.</summary>
    public IReadOnlyDictionary<string, string> NotObserved { get; init; } = new Dictionary<string, string>();

    /// <summary>Planned arms and shares of each segment.</summary>
    public required ExperimentDesign Design { get; init; }

    /// <summary>One cell per segment, arm and metric.</summary>
    public required IReadOnlyList<CellSummary> Cells { get; init; }

    /// <summary>Features of customers and their outcomes, for the attribution.</summary>
    public FeatureTable FeatureTable { get; init; } = FeatureTable.Empty;

    /// <summary>The arm that the others are compared with.</summary>
    public ArmId Control { get; init; } = ArmId.Control;

    /// <summary>Metrics that are a number per customer and not a yes or no.</summary>
    public IReadOnlySet<string> NumericMetrics { get; init; } = new HashSet<string> { Metric.RevenuePerRecipient };

    /// <summary>What the first breakdown, the one that is stratified over, is named after.</summary>
    public string StratifiedBy { get; init; } = "segment";

    /// <summary>Further breakdowns.</summary>
    public IReadOnlyList<Breakdown> Breakdowns { get; init; } = [];

    /// <summary>Metrics with the covariates that were known before sending, for CUPED.</summary>
    public IReadOnlyList<PairedCell> Covariates { get; init; } = [];

    /// <summary>Ratios to compute from <see cref="RatioCells"/>.</summary>
    public IReadOnlyList<RatioMetric> Ratios { get; init; } = [];

    /// <summary>Numerators with their denominators.</summary>
    public IReadOnlyList<PairedCell> RatioCells { get; init; } = [];

    /// <summary>Outcomes of customers who were mailed nothing, under any one arm id; only numbers that need no mail, such as conversions. Empty without a holdout.</summary>
    public IReadOnlyList<CellSummary> HoldoutCells { get; init; } = [];

    /// <summary>Counts at the stages after assignment; empty where nothing is known of them.</summary>
    public IReadOnlyList<StageCount> Stages { get; init; } = [];

    /// <summary>Whether assignment was done by this product, so that its counts must be exact.</summary>
    public bool AssignedHere { get; init; } = true;

    /// <summary>How much of the window has passed; null where times are not known and the data count as complete.</summary>
    public ObservationWindow? Window { get; init; }

    /// <summary>The locked plan; null without one.</summary>
    public PlanReview? Plan { get; init; }

    /// <summary>Approved variants, for the citation table.</summary>
    public IReadOnlyList<MessageVariant> Variants { get; init; } = [];

    /// <summary>Whether the customers of an arm were sent, or are taken to have been sent, the messages of this run.</summary>
    internal bool TestsTheMessages => Source == EngagementSource.Simulated || (ArmsWereSent && SentMails.Count == 0 && !IsForeign);

    /// <summary>Whether the labels are those of other mails than the messages of this run.</summary>
    internal bool LabelsAreOfOtherMails => !TestsTheMessages && !IsForeign;

    /// <summary>Whether the experiment was planned and carried out elsewhere, so that there are no messages of this product at all.</summary>
    private bool IsForeign => Source == EngagementSource.Imported && !AssignedHere;

    /// <summary>Remarks to carry into the notes.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
