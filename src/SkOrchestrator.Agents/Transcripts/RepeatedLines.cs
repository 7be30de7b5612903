namespace SkOrchestrator.Agents.Transcripts;

/// <summary>Says once what an agent says of several messages in the same words.</summary>
internal static class RepeatedLines
{
    private const string AnyMessage = "each message";

    /// <summary>The lines in their order; those that differ in the message's name only become one, where the first of them stood.</summary>
    /// <param name="lines">What was said; a line about a message begins with the message's id.</param>
    /// <param name="messages">The ids of the messages of the conversation.</param>
    public static IReadOnlyList<string> Merge(IReadOnlyList<string> lines, IReadOnlyList<string> messages)
    {
        var said = lines.Select(line => (Line: line, Message: MessageOf(line, messages))).ToList();
        return
        [
            .. said.GroupBy(s => (IsNamed: s.Message is not null, Saying: s.Message is null ? s.Line : Unnamed(s.Line, s.Message)))
                .SelectMany(group => !group.Key.IsNamed || group.Count() == 1
                    ? group.Select(s => s.Line)
                    : [Who([.. group.Select(s => s.Message!)], messages.Count) + group.Key.Saying]),
        ];
    }

    private static string? MessageOf(string line, IReadOnlyList<string> messages) =>
        messages.FirstOrDefault(m => line.StartsWith(m, StringComparison.Ordinal) && line.Length > m.Length && (line[m.Length] is ':' or ','));

    /// <summary>What follows the message's name, with the name itself taken out of the rest.</summary>
    private static string Unnamed(string line, string message) => line[message.Length..].Replace(message, AnyMessage, StringComparison.Ordinal);

    private static string Who(IReadOnlyList<string> named, int all) =>
        named.Count == all ? FormattableString.Invariant($"All {all} messages") : string.Join(" and ", named);
}
