using System.Text.Json;

namespace SkOrchestrator.Data.Events;

/// <summary>The shape of one provider's records.</summary>
internal interface IEventFormat
{
    /// <summary>The name written as the source of events.</summary>
    string Name { get; }

    /// <summary>Whether it is a mail provider of which a folder should hold only one.</summary>
    bool IsProvider => true;

    /// <summary>Whether the record has this shape.</summary>
    bool Recognises(JsonElement record);

    /// <summary>The record as events: one, or one per recipient.</summary>
    IEnumerable<ProviderEvent> Read(JsonElement record);
}
