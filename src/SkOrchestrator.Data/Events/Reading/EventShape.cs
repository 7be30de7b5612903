namespace SkOrchestrator.Data.Events.Reading;

/// <summary>Tells JSON from CSV by the first character.</summary>
internal static class EventShape
{
    /// <summary>A reader for the file; null for an empty one.</summary>
    public static IEventReader? Open(EventStream stream, EventProblems problems)
    {
        var first = stream.PeekText();
        return first switch
        {
            null => Empty(stream, problems),
            (byte)'{' or (byte)'[' => new JsonEventReader(stream, problems),
            _ => new CsvEventReader(stream, problems),
        };
    }

    private static IEventReader? Empty(EventStream stream, EventProblems problems)
    {
        if (stream.IsCut)
        {
            problems.Cut(1, null);
        }

        return null;
    }
}
