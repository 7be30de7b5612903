using System.Text.Encodings.Web;
using System.Text.Json;
using SkOrchestrator.Messages;

namespace SkOrchestrator.Embedded.Composition;

/// <summary>Writes a draft in the shape the writer's prompts ask a model for.</summary>
internal static class DraftJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    /// <summary>The JSON object: subject, preheader, body, call_to_action, citations.</summary>
    public static string Write(MessageDraft draft) => JsonSerializer.Serialize(
        new { draft.Subject, draft.Preheader, draft.Body, draft.CallToAction, Citations = draft.Quotes }, Options);
}
