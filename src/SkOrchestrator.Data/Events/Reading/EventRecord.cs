namespace SkOrchestrator.Data.Events.Reading;

/// <summary>An event and the line it stands on.</summary>
internal readonly record struct EventRecord(long Line, ProviderEvent Event);
