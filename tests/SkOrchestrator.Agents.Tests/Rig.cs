using Microsoft.Extensions.AI;
using Microsoft.Extensions.Time.Testing;
using SkOrchestrator.Agents.Conversation;
using SkOrchestrator.Agents.Prompts;
using SkOrchestrator.Agents.Tests.Doubles;
using SkOrchestrator.Retrieval;
using SkOrchestrator.Safety;
using SkOrchestrator.Tasks;

namespace SkOrchestrator.Agents.Tests;

/// <summary>The agents with doubles around them.</summary>
internal sealed class Rig : IDisposable
{
    public Rig(
        IChatClient model, ISnippetRetriever? retriever = null, ScriptedClassifier? classifier = null, int maxConcurrency = 1, bool advisory = false, string? prompts = null)
    {
        Classifier = classifier ?? new ScriptedClassifier();
        Options = new AgentsOptions { Brand = Some.Brand, Seed = 7, MaxConcurrency = maxConcurrency, Advisory = advisory };
        var gate = new SafetyGate(Classifier, SafetyThresholds.Default, Some.Brand, Time);
        Agents = new CampaignAgents(Options, PromptLibrary.Load(prompts ?? PromptFolder.Shipped), model, retriever ?? new ScriptedRetriever(Some.Snippet()), gate, Logs, Time);
    }

    public FakeTimeProvider Time { get; } = new(Some.Now);

    public CollectingLoggerFactory Logs { get; } = new();

    public ScriptedClassifier Classifier { get; }

    public AgentsOptions Options { get; }

    public CampaignAgents Agents { get; }

    /// <summary>A model that writes good drafts and answers everything else with plain words.</summary>
    public static ScriptedChatClient GoodModel() => new(call => call.Task == TaskName.WriteMessage ? Some.Draft(call.Write.Tone) : "hiking boots");

    public async Task<SegmentConversation> ConverseAsync(ConversationRequest request) =>
        Assert.Single(await Agents.ConverseAsync([request], null, TestContext.Current.CancellationToken));

    public void Dispose() => Agents.Dispose();
}
