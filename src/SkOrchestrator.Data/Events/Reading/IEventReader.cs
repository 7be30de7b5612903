namespace SkOrchestrator.Data.Events.Reading;

/// <summary>Reads the events of one open file.</summary>
internal interface IEventReader
{
    /// <summary>The shape's name; null while, or because, no record has a known shape.</summary>
    string? Format { get; }

    /// <summary>Whether the shape is that of a mail provider.</summary>
    bool IsProvider { get; }

    /// <summary>The events, one by one; problems are noted and passed over.</summary>
    IEnumerable<EventRecord> Read();
}
