using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace SkOrchestrator.Messages.Checks;

/// <summary>
/// Reads the writer's structured output: a JSON object with <c>subject</c>, <c>preheader</c>, <c>body</c>, <c>call_to_action</c> and <c>citations</c>. It tolerates what models
/// put around it (code fences, a sentence before or after, a byte-order mark), and nothing inside: a cut-off object, two drafts, a missing or wrong field is unreadable.
/// </summary>
public static class DraftReader
{
    /// <summary>The rule's id.</summary>
    public const string Id = "UNREADABLE";

    private const string Fix =
        "Return one JSON object and nothing else, with the text fields subject, preheader, body and call_to_action, and citations as a list of objects with title, section and quote.";

    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false };

    /// <summary>Reads a draft.</summary>
    /// <param name="modelText">What the model returned.</param>
    /// <param name="draft">The draft, unchecked.</param>
    /// <param name="problem">Why there is none.</param>
    public static bool TryRead(string? modelText, [NotNullWhen(true)] out MessageDraft? draft, [NotNullWhen(false)] out DraftProblem? problem)
    {
        (draft, problem) = (null, null);
        try
        {
            var objects = FindObjects(modelText ?? string.Empty);
            if (objects.Count != 1)
            {
                problem = Problem(objects.Count == 0 ? "The answer holds no complete JSON object." : "The answer holds more than one draft.");
                return false;
            }

            draft = ReadDraft(objects[0]);
            return true;
        }
        catch (FormatException error)
        {
            problem = Problem(error.Message);
            return false;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or EncoderFallbackException)
        {
            // InvalidOperationException: an escape that is half a character
            problem = Problem("The answer is not valid JSON.");
            return false;
        }
    }

    private static DraftProblem Problem(string message) => new(Id, ProblemSeverity.Error, message, Fix);

    /// <summary>The outermost objects of a text that look like a draft; prose with braces is passed over.</summary>
    private static List<JsonElement> FindObjects(string text)
    {
        var bytes = new UTF8Encoding(false, throwOnInvalidBytes: true).GetBytes(text).AsSpan();
        var found = new List<JsonElement>();
        for (var at = bytes.IndexOf((byte)'{'); at >= 0 && at < bytes.Length;)
        {
            var reader = new Utf8JsonReader(bytes[at..]);
            var end = at + 1;
            try
            {
                if (JsonDocument.TryParseValue(ref reader, out var document))
                {
                    using (document)
                    {
                        Add(document.RootElement);
                    }

                    end = at + (int)reader.BytesConsumed;
                }
            }
            catch (JsonException)
            {
                // not an object that begins here
            }

            var next = bytes[end..].IndexOf((byte)'{');
            at = next < 0 ? -1 : end + next;
        }

        return found;

        void Add(JsonElement element)
        {
            if (element.TryGetProperty("subject", out _) || element.TryGetProperty("body", out _))
            {
                // parsed again, because only this way doubled names are refused
                found.Add(JsonDocument.Parse(element.GetRawText(), Options).RootElement.Clone());
            }
        }
    }

    private static MessageDraft ReadDraft(JsonElement root) => new(
        Text(root, "subject").Trim(),
        Text(root, "preheader").Trim(),
        Text(root, "body").ReplaceLineEndings("\n").Trim(),
        Text(root, "call_to_action").Trim(),
        ReadQuotes(root));

    private static List<DraftQuote> ReadQuotes(JsonElement root)
    {
        if (!root.TryGetProperty("citations", out var citations) || citations.ValueKind == JsonValueKind.Null)
        {
            return [];
        }

        return citations.ValueKind == JsonValueKind.Array
            ? [.. citations.EnumerateArray().Select(c => new DraftQuote(Text(c, "title"), Text(c, "section"), Text(c, "quote")))]
            : throw new FormatException("The field citations is not a list.");
    }

    private static string Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : throw new FormatException($"The field {name} is missing or not a text.");
}
