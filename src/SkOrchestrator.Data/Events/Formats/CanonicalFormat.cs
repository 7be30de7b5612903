using System.Text.Json;

namespace SkOrchestrator.Data.Events.Formats;

/// <summary>Our own words as JSON: <c>type, ts, recipient_hash</c> (or <c>recipient</c>, <c>customer_id</c>) <c>, url, machine, event_id</c>.</summary>
internal sealed class CanonicalFormat : IEventFormat
{
    private const string HashPrefix = "sha256:";

    public string Name => "canonical";

    public bool IsProvider => false;

    public bool Recognises(JsonElement record) =>
        record.Has("type", JsonValueKind.String) && record.Get("ts") is not null
        && (record.Get("recipient_hash") ?? record.Get("recipient") ?? record.Get("customer_id") ?? record.Get("sko_message") ?? record.Get("message_id")) is not null;

    public IEnumerable<ProviderEvent> Read(JsonElement record)
    {
        var type = record.Text("type");
        var (name, isHard) = EventWord.Read(type);
        var (at, raw) = ((JsonElement?)record).Time("ts");
        var key = record.Text("recipient_hash");
        var value = record.Text("value");
        var money = EventWord.Money(value);
        var isBad = !string.IsNullOrWhiteSpace(value) && money is null && name == EventName.Converted;
        yield return new ProviderEvent
        {
            RawType = type,
            Name = name,
            At = at,
            RawTime = raw,
            Recipient = record.Text("recipient"),
            RecipientKey = key?.StartsWith(HashPrefix, StringComparison.OrdinalIgnoreCase) == true ? key[HashPrefix.Length..] : key,
            Message = record.Text("sko_message"),
            Customer = record.Text("customer_id"),
            Url = record.Text("url"),
            IsMachine = record.IsTrue("machine"),
            IsHard = isHard && record.Get("hard")?.ValueKind != JsonValueKind.False,
            EventId = record.Text("event_id"),
            Value = money,
            Currency = record.Text("currency"),
            Source = record.Text("source"),
            BrokenField = isBad ? "value" : null,
            Found = isBad ? Harmless.Amount(value) : null,
            Expected = isBad ? "an amount with a decimal point, such as 12.50" : null,
        };
    }
}
