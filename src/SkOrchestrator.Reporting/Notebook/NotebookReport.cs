using System.Text.Encodings.Web;
using System.Text.Json;
using SkOrchestrator.Reporting.Model;

namespace SkOrchestrator.Reporting.Notebook;

/// <summary>Writes the report as a Jupyter notebook, nbformat 4.5, kernel <c>python3</c>, standard library only, outputs stored.</summary>
internal static class NotebookReport
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        IndentSize = 1,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(ReportModel model, NotebookFacts facts, Func<Figure, byte[]> pngOf, Stream output)
    {
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            json.WriteStartArray("cells");
            foreach (var cell in NotebookCells.Build(model, facts, pngOf))
            {
                Cell(json, cell);
            }

            json.WriteEndArray();
            json.WriteStartObject("metadata");
            json.WriteStartObject("kernelspec");
            json.WriteString("display_name", "Python 3");
            json.WriteString("language", "python");
            json.WriteString("name", "python3");
            json.WriteEndObject();
            json.WriteStartObject("language_info");
            json.WriteString("name", "python");
            json.WriteEndObject();
            json.WriteString("title", model.DocumentTitle);
            json.WriteEndObject();
            json.WriteNumber("nbformat", 4);
            json.WriteNumber("nbformat_minor", 5);
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    private static void Cell(Utf8JsonWriter json, NotebookCell cell)
    {
        json.WriteStartObject();
        json.WriteString("cell_type", cell.IsCode ? "code" : "markdown");
        if (cell.IsCode)
        {
            json.WriteNull("execution_count");
        }

        json.WriteString("id", cell.Id);
        json.WriteStartObject("metadata");
        if (cell.Tag is { } tag)
        {
            json.WriteStartArray("tags");
            json.WriteStringValue(tag);
            json.WriteEndArray();
        }

        json.WriteEndObject();
        if (cell.IsCode)
        {
            json.WriteStartArray("outputs");
            Output(json, cell.Output);
            json.WriteEndArray();
        }

        json.WriteStartArray("source");
        var lines = cell.Source.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            json.WriteStringValue(i < lines.Length - 1 ? lines[i] + "\n" : lines[i]);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Output(Utf8JsonWriter json, IReadOnlyDictionary<string, string>? data)
    {
        if (data is null)
        {
            return;
        }

        json.WriteStartObject();
        json.WriteStartObject("data");
        foreach (var (type, value) in data)
        {
            json.WriteString(type, value);
        }

        json.WriteEndObject();
        json.WriteStartObject("metadata");
        json.WriteEndObject();
        json.WriteString("output_type", "display_data");
        json.WriteEndObject();
    }
}
