using SkOrchestrator.Agents.Conversation;
using SkOrchestrator.Agents.Prompts;
using SkOrchestrator.Analysis;
using SkOrchestrator.Configuration;
using SkOrchestrator.Content;
using SkOrchestrator.Data;
using SkOrchestrator.Data.Assignment;
using SkOrchestrator.Experiment;
using SkOrchestrator.Messages;
using SkOrchestrator.Planning;
using SkOrchestrator.Runs;
using SkOrchestrator.Safety;
using SkOrchestrator.Segmentation;
using SkOrchestrator.Terminal;

namespace SkOrchestrator.Campaign;

/// <summary>What the steps of one run hand on to each other.</summary>
internal sealed class CampaignContext
{
    private readonly List<string> _warnings = [];

    public required RunRequest Request { get; init; }

    public required CampaignConfiguration Configuration { get; init; }

    public required ContentLibrary Content { get; init; }

    public required PromptLibrary Prompts { get; init; }

    public required RunDirectory Directory { get; init; }

    public required CampaignDatabase Database { get; init; }

    public required IRunDisplay Display { get; init; }

    public required RunManifest Manifest { get; set; }

    /// <summary>The locked plan beside the run directories; null without one.</summary>
    public PlanLock? Plan { get; init; }

    /// <summary>How the run keeps to the plan; null without a plan of this experiment.</summary>
    public PlanReview? PlanReview { get; set; }

    public IReadOnlyList<ColumnOptions> Columns { get; set; } = [];

    public Funnel Funnel { get; set; } = new();

    public IReadOnlyList<Segment> Segments { get; set; } = [];

    public IReadOnlyList<SegmentConversation> Conversations { get; set; } = [];

    public IReadOnlyList<MessageVariant> Variants { get; set; } = [];

    public IReadOnlyList<SafetyVerdict> Verdicts { get; set; } = [];

    public IReadOnlyList<ApprovedVariant> Approved { get; set; } = [];

    public ExperimentDesign Design { get; set; } = new([], []);

    /// <summary>Which value of <c>--arm-column</c> is which arm; null without one.</summary>
    public ArmColumnMapping? SentArms { get; set; }

    /// <summary>The metrics that engagement can tell.</summary>
    public IReadOnlyList<string> ObservedMetrics { get; set; } = [];

    /// <summary>Whether the arms of the analysis are the ones really sent.</summary>
    public bool ArmsWereSent { get; set; } = true;

    public ExperimentAnalysis? Analysis { get; set; }

    public string? Narration { get; set; }

    /// <summary>Everything a reader of the result must know, in the order it came up.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>Whether a variant or conversation failed, which ends the run with exit code 5.</summary>
    public bool IsPartial { get; set; }

    /// <summary>The moment that offers and approvals are judged at.</summary>
    public DateTimeOffset SendAt => Request.SendAt;

    /// <summary>Keeps a remark for the report without interrupting anybody.</summary>
    public void Note(string text)
    {
        if (!_warnings.Contains(text))
        {
            _warnings.Add(text);
        }
    }

    public void Warn(string text)
    {
        if (!_warnings.Contains(text))
        {
            _warnings.Add(text);
            Display.Warn(text);
        }
    }
}
