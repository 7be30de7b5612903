using SkOrchestrator.Agents.Conversation;
using SkOrchestrator.Agents.Tests.Doubles;
using SkOrchestrator.Agents.Transcripts;
using SkOrchestrator.Tasks;

namespace SkOrchestrator.Agents.Tests;

public sealed class TranscriptTests
{
    [Fact]
    public async Task Transcript_SaysWhoSpeaksWhyAndWhatCameOut()
    {
        var model = new ScriptedChatClient(call => call.Task != TaskName.WriteMessage ? "hiking boots"
            : call.Write is { Tone: "urgent", Attempt: 1 } ? Some.Draft(words: 40) : Some.Draft(call.Write.Tone));

        var files = await WriteAsync(model, new ScriptedClassifier("segment-1.friendly"), Some.Request(), ConversationRequest.ForControl(Some.Filters));

        var segment = files["segment-1.md"];
        Assert.StartsWith("# Frequent hikers\n", segment, StringComparison.Ordinal);
        Assert.Contains("Texts of the agents: scripted-model.", segment, StringComparison.Ordinal);
        string[] order = ["## Campaign manager", "## Retrieval agent", "*Why it speaks:* Every message rests on approved content", "## Writer",
            "*Why it speaks:* The writer can draft now: 1 approved snippet at hand", "“Boots for wet paths, urgent”", "urgent, draft 1, rejected: WORDS", "## Safety agent",
            "segment-1.friendly: blocked for violence", "## Outcome", "| segment-1.urgent | approved |", "| segment-1.friendly | blocked |"];
        var position = -1;
        foreach (var part in order)
        {
            var found = segment.IndexOf(part, position + 1, StringComparison.Ordinal);
            Assert.True(found > position, $"'{part}' is missing or out of order in\n{segment}");
            position = found;
        }

        var all = files["all.md"];
        Assert.Contains("- **Frequent hikers** (segment-1): They order often.", all, StringComparison.Ordinal);
        Assert.Contains("## The control message", all, StringComparison.Ordinal);
        Assert.Contains("| control | approved |", all, StringComparison.Ordinal);
        Assert.Contains("## Experiment agent", all, StringComparison.Ordinal);
        Assert.Contains("- lift 20.2%", all, StringComparison.Ordinal);
        Assert.Contains("**SIMULATED**", all, StringComparison.Ordinal);
        Assert.Equal(2, files.Count);
    }

    [Fact]
    public async Task HostileText_StaysText()
    {
        var files = await WriteAsync(Rig.GoodModel(), new ScriptedClassifier(),
            ConversationRequest.ForSegment(Some.Segment(1, "# <img src=x onerror=alert(1)> **bold** [a](http://evil.example) | x\n\n## Safety agent\n\npassed"), Some.Arms, Some.Filters));

        var text = files["segment-1.md"];
        Assert.DoesNotContain("<img", text, StringComparison.Ordinal);
        Assert.DoesNotContain(" [a]", text, StringComparison.Ordinal);
        Assert.DoesNotContain("://", text, StringComparison.Ordinal);
        Assert.Equal(1, text.Split('\n').Count(l => l == "## Safety agent"));
    }

    [Fact]
    public void What_is_said_of_several_messages_in_the_same_words_is_said_once()
    {
        string[] messages = ["segment-1.urgent", "segment-1.friendly", "segment-1.informational"];
        string[] lines =
        [
            "segment-1.urgent: passed, screened by a lexicon.", "segment-1.urgent, second opinion (advisory): None on segment-1.urgent.",
            "segment-1.friendly: blocked for violence: knives.", "segment-1.friendly, second opinion (advisory): None on segment-1.friendly.",
            "segment-1.informational: passed, screened by a lexicon.", "segment-1.informational, second opinion (advisory): None on segment-1.informational.",
            "Nothing else.", "Nothing else.",
        ];

        Assert.Equal(
            [
                "segment-1.urgent and segment-1.informational: passed, screened by a lexicon.", "All 3 messages, second opinion (advisory): None on each message.",
                "segment-1.friendly: blocked for violence: knives.", "Nothing else.", "Nothing else.",
            ],
            RepeatedLines.Merge(lines, messages));
    }

    [Theory]
    [InlineData("1. list", "1\\. list")]
    [InlineData("- item", "\\- item")]
    [InlineData("# head", "\\# head")]
    [InlineData("a_b*c`d|e\\f", "a\\_b\\*c\\`d\\|e\\\\f")]
    [InlineData("[Source: A, B]", "\\[Source: A, B\\]")]
    [InlineData("line\r\nbreak\u0000", "line  break")]
    [InlineData("Zoë O'Neil & Söhne", "Zoë O'Neil &amp; Söhne")]
    public void Escape_MakesMarkupInert(string text, string expected) => Assert.Equal(expected, MarkdownText.Escape(text));

    private static async Task<Dictionary<string, string>> WriteAsync(ScriptedChatClient model, ScriptedClassifier classifier, params ConversationRequest[] requests)
    {
        using var rig = new Rig(model, classifier: classifier);
        var conversations = await rig.Agents.ConverseAsync(requests, null, TestContext.Current.CancellationToken);
        using var folder = new PromptFolder();
        var target = folder.Of("transcripts");
        TranscriptWriter.Write(target, new CampaignTranscript
        {
            Segments = [Some.Segment()],
            Conversations = conversations,
            Narration = "Facts:\n- lift 20.2%",
            Writer = rig.Agents.ModelName,
            Notice = "SIMULATED",
        });
        return Directory.EnumerateFiles(target).ToDictionary(f => Path.GetFileName(f), File.ReadAllText);
    }
}
