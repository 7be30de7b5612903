using System.Text.Json;

namespace SkOrchestrator.Data.Events;

/// <summary>Looks into records whose fields may be missing or of another kind.</summary>
internal static class JsonField
{
    public static JsonElement? Get(this JsonElement record, string name) =>
        record.ValueKind == JsonValueKind.Object && record.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public static JsonElement? Get(this JsonElement? record, string name) => record?.Get(name);

    /// <summary>A text, or a number as text; the first one of a list.</summary>
    public static string? Text(this JsonElement record, string name) => record.Get(name).Text();

    public static string? Text(this JsonElement? record, string name) => record.Get(name).Text();

    public static string? Text(this JsonElement? value) => value?.ValueKind switch
    {
        JsonValueKind.String => value.Value.GetString(),
        JsonValueKind.Number => value.Value.GetRawText(),
        JsonValueKind.Array when value.Value.GetArrayLength() > 0 => ((JsonElement?)value.Value[0]).Text(),
        _ => null,
    };

    public static bool Has(this JsonElement record, string name, JsonValueKind kind) => record.Get(name)?.ValueKind == kind;

    public static bool IsTrue(this JsonElement record, string name) => record.Get(name)?.ValueKind == JsonValueKind.True;

    /// <summary>The texts of a list, or of one field of its objects.</summary>
    public static IReadOnlyList<string> Texts(this JsonElement? list, string? field = null) => list?.ValueKind == JsonValueKind.Array
        ? [.. list.Value.EnumerateArray().Select(item => field is null ? ((JsonElement?)item).Text() : item.Text(field)).OfType<string>()]
        : list.Text() is { } single && field is null ? [single] : [];

    /// <summary>The first field that holds a usable time, and what stood there.</summary>
    public static (DateTime? At, string? Raw) Time(this JsonElement? record, params ReadOnlySpan<string> names)
    {
        string? raw = null;
        foreach (var name in names)
        {
            if (record.Get(name) is { } value)
            {
                raw ??= ((JsonElement?)value).Text();
                if (EventTime.Read(value) is { } at)
                {
                    return (at, raw);
                }
            }
        }

        return (null, raw);
    }
}
