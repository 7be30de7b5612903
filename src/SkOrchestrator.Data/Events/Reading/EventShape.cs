namespace SkOrchestrator.Data.Events.Reading;

/// <summary>Tells JSON from CSV by the first character.</summary>
internal static class EventShape
{
    /// <summary>A reader for the file; null for an empty one, or one in an encoding that can't be read.</summary>
    public static IEventReader? Open(EventStream stream, EventProblems problems)
    {
        var first = stream.PeekText();
        if (stream.OtherEncoding is not null)
        {
            return null;
        }

        return first switch
        {
            null => Empty(stream, problems),
            (byte)'{' or (byte)'[' => new JsonEventReader(stream, problems),
            _ => new CsvEventReader(stream, problems),
        };
    }

    private static IEventReader? Empty(EventStream stream, EventProblems problems)
    {
        problems.End(stream, 1, null);
        return null;
    }
}
