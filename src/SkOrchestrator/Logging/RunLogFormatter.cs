using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Serilog.Events;
using Serilog.Formatting;

namespace SkOrchestrator.Logging;

/// <summary>
/// Writes a log entry as one JSON line: timestamp, level, agent, action, runId and traceId first, then whatever the entry carries. An exception is written as type and
/// stack trace; its message is left out because it may quote input.
/// </summary>
internal sealed class RunLogFormatter(string runId, string traceId) : ITextFormatter
{
    private static readonly HashSet<string> Internal =
        ["agent", "action", "runId", "traceId", "SourceContext", "EventId", "Scope", "timestamp", "level"];

    public void Format(LogEvent logEvent, TextWriter output)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("timestamp", logEvent.Timestamp.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture));
            json.WriteString("level", LevelOf(logEvent.Level));
            json.WriteString("agent", TextOf(logEvent, "agent") ?? "orchestrator");
            json.WriteString("action", TextOf(logEvent, "action") ?? EventName(logEvent) ?? "note");
            json.WriteString("runId", runId);
            json.WriteString("traceId", traceId);
            foreach (var (name, value) in logEvent.Properties)
            {
                if (!Internal.Contains(name))
                {
                    json.WritePropertyName(JsonNamingPolicy.CamelCase.ConvertName(name));
                    WriteValue(json, value);
                }
            }

            WriteException(json, logEvent.Exception);
            json.WriteEndObject();
        }

        output.Write(System.Text.Encoding.UTF8.GetString(buffer.ToArray()));
        output.Write('\n');
    }

    private static void WriteException(Utf8JsonWriter json, Exception? exception)
    {
        if (exception is not null)
        {
            json.WriteString("errorType", exception.GetType().FullName);
            json.WriteString("stackTrace", exception.StackTrace);
        }
    }

    private static void WriteValue(Utf8JsonWriter json, LogEventPropertyValue value)
    {
        switch (value)
        {
            case ScalarValue { Value: null }:
                json.WriteNullValue();
                break;
            case ScalarValue { Value: bool flag }:
                json.WriteBooleanValue(flag);
                break;
            case ScalarValue { Value: int or long or short or byte } number:
                json.WriteNumberValue(Convert.ToInt64(number.Value, CultureInfo.InvariantCulture));
                break;
            case ScalarValue { Value: double or float or decimal } number when double.IsFinite(Convert.ToDouble(number.Value, CultureInfo.InvariantCulture)):
                json.WriteNumberValue(Convert.ToDouble(number.Value, CultureInfo.InvariantCulture));
                break;
            case ScalarValue scalar:
                json.WriteStringValue(Redaction.Apply(Convert.ToString(scalar.Value, CultureInfo.InvariantCulture) ?? string.Empty));
                break;
            case SequenceValue sequence:
                json.WriteStartArray();
                foreach (var element in sequence.Elements)
                {
                    WriteValue(json, element);
                }

                json.WriteEndArray();
                break;
            default:
                json.WriteStringValue(Redaction.Apply(value.ToString(null, CultureInfo.InvariantCulture)));
                break;
        }
    }

    private static string? TextOf(LogEvent logEvent, string name) =>
        logEvent.Properties.TryGetValue(name, out var value) && value is ScalarValue { Value: string text } ? text : null;

    private static string? EventName(LogEvent logEvent) =>
        logEvent.Properties.TryGetValue("EventId", out var id) && id is StructureValue structure
            ? structure.Properties.FirstOrDefault(p => p.Name == "Name")?.Value is ScalarValue { Value: string name } ? JsonNamingPolicy.SnakeCaseLower.ConvertName(name) : null
            : null;

    private static string LevelOf(LogEventLevel level) => level switch
    {
        LogEventLevel.Verbose => "trace",
        LogEventLevel.Debug => "debug",
        LogEventLevel.Information => "information",
        LogEventLevel.Warning => "warning",
        LogEventLevel.Error => "error",
        _ => "critical",
    };
}
