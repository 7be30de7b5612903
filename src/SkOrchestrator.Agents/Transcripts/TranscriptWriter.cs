using System.Text;
using SkOrchestrator.Agents.Conversation;
using SkOrchestrator.Identity;
using SkOrchestrator.Messages;

namespace SkOrchestrator.Agents.Transcripts;

/// <summary>Writes the transcripts: one Markdown file per segment, and <c>all.md</c> with what concerns the whole campaign.</summary>
public static class TranscriptWriter
{
    /// <summary>Writes all files into a folder, which is made where it is missing.</summary>
    public static void Write(string folder, CampaignTranscript transcript)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        Directory.CreateDirectory(folder);
        foreach (var conversation in transcript.Conversations.Where(c => c.SegmentId != SegmentId.All))
        {
            Save(folder, conversation.SegmentId.Value, OfSegment(conversation, transcript));
        }

        Save(folder, SegmentId.All.Value, OfCampaign(transcript));
    }

    private static void Save(string folder, string name, StringBuilder text) =>
        File.WriteAllText(Path.Combine(folder, $"{name}.md"), text.ToString(), new UTF8Encoding(false));

    private static StringBuilder OfSegment(SegmentConversation conversation, CampaignTranscript transcript)
    {
        var segment = conversation.Segment;
        var text = Begin(segment?.Label ?? conversation.SegmentId.Value, transcript);
        if (segment is not null)
        {
            Line(text, Escape(segment.Description));
        }

        Line(text, InShort(conversation, segment is { IsBelowPrivacyMinimum: false } ? segment.Size : null));
        return Chat(text, conversation, "##");
    }

    private static string InShort(SegmentConversation conversation, long? customers)
    {
        var counts = new[] { VariantStatus.Approved, VariantStatus.Blocked, VariantStatus.Failed }.Select(s =>
            FormattableString.Invariant($"{conversation.Variants.Count(v => v.Status == s)} {s.ToString().ToLowerInvariant()}"));
        var audience = customers is { } size ? FormattableString.Invariant($" for {size:N0} customer{(size == 1 ? string.Empty : "s")}") : string.Empty;
        return FormattableString.Invariant($"**In short:** {conversation.Variants.Count} messages{audience}: {string.Join(", ", counts)}.");
    }

    private static StringBuilder OfCampaign(CampaignTranscript transcript)
    {
        var text = Begin("The whole campaign", transcript);
        Line(text, "## Segmentation agent");
        Line(text, "*Why it speaks:* before anyone writes, everyone must know who the customers are.");
        foreach (var segment in transcript.Segments)
        {
            text.Append("- **").Append(Escape(segment.Label)).Append("** (").Append(Escape(segment.SegmentId.Value)).Append("): ").Append(Escape(segment.Description)).Append('\n');
        }

        text.Append('\n');
        if (transcript.Conversations.FirstOrDefault(c => c.SegmentId == SegmentId.All) is { } control)
        {
            Line(text, "## The control message");
            Chat(text, control, "###");
        }

        if (transcript.Narration is { } narration)
        {
            Line(text, "## Experiment agent");
            Line(text, "*Why it speaks:* the analysis is done.");
            foreach (var line in narration.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                Line(text, line.StartsWith("- ", StringComparison.Ordinal) ? $"- {Escape(line[2..])}" : Escape(line));
            }
        }

        return text;
    }

    private static StringBuilder Begin(string title, CampaignTranscript transcript)
    {
        var text = new StringBuilder();
        Line(text, $"# {Escape(title)}");
        if (transcript.Notice is { } notice)
        {
            Line(text, $"**{Escape(notice)}**");
        }

        Line(text, $"Texts of the agents: {Escape(transcript.Writer)}. Verdicts come from the safety gate, not from the conversation.");
        return text;
    }

    private static StringBuilder Chat(StringBuilder text, SegmentConversation conversation, string heading)
    {
        string[] messages = [.. conversation.Variants.Select(v => v.VariantId.Value)];
        foreach (var entry in conversation.Transcript)
        {
            Line(text, $"{heading} {Escape(entry.Speaker)}");
            Line(text, $"*Why it speaks:* {Escape(entry.Reason)}");
            var (first, rest) = (entry.Lines.FirstOrDefault() ?? string.Empty, RepeatedLines.Merge([.. entry.Lines.Skip(1)], messages));
            Line(text, Escape(first));
            foreach (var line in rest)
            {
                text.Append("- ").Append(Escape(line)).Append('\n');
            }

            text.Append(rest.Count > 0 ? "\n" : string.Empty);
        }

        Line(text, $"{heading} Outcome");
        Line(text, "| message | status | subject | writer | drafts |\n|---|---|---|---|---|\n" + string.Join('\n', conversation.Variants.Select(Row)));
        return text;
    }

    private static string Row(MessageVariant variant) =>
        $"| {Escape(variant.VariantId.Value)} | {variant.Status.ToString().ToLowerInvariant()} | {Escape(variant.Subject)} | {Escape(variant.Model)} | "
        + FormattableString.Invariant($"{variant.Attempts.Count} |");

    private static void Line(StringBuilder text, string line) => text.Append(line).Append("\n\n");

    private static string Escape(string text) => MarkdownText.Escape(text);
}
