using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SkOrchestrator.Reporting.Html;
using SkOrchestrator.Reporting.Model;

namespace SkOrchestrator.Reporting.Notebook;

/// <summary>The cells of the notebook: words from the model, code from the files in <c>Cells</c>. No text of the run enters code.</summary>
internal static class NotebookCells
{
    private static readonly JsonSerializerOptions Literal = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IReadOnlyList<NotebookCell> Build(ReportModel model, NotebookFacts facts, Func<Figure, byte[]> pngOf)
    {
        List<NotebookCell> cells =
        [
            new("title", Title(model), IsCode: false),
            Code("parameters", "parameters.py", tag: "parameters"),
            Code("setup", "setup.py"),
            Code("integrity", "integrity.py", ("{{expected}}", Dictionary(facts.FileHashes))),
        ];
        foreach (var section in model.Sections)
        {
            cells.Add(new NotebookCell("md-" + section.Id, Markdown(model, section), IsCode: false));
            cells.AddRange(section.Blocks.OfType<Figure>().Select(f => Chart(f, pngOf(f))));
            cells.AddRange(Checks(section, facts));
        }

        return cells;
    }

    private static IEnumerable<NotebookCell> Checks(ReportSection section, NotebookFacts facts)
    {
        switch (section.Id)
        {
            case "health":
                yield return Code("recompute-sample-ratio", "recompute_sample_ratio.py");
                break;
            case "scorecard":
                yield return Code("recompute-rates", "recompute_rates.py", output: Tables(section));
                yield return Code("recompute-lifts", "recompute_lifts.py");
                yield return Code("results-table", "results_table.py");
                if (facts.Windows is { } windows)
                {
                    yield return Code("recount-events", "recount_events.py", ("{{windows}}", Dictionary(windows.ToDictionary(w => w.Key, w => w.Value.TotalSeconds))));
                }

                break;
            case "guardrails":
                yield return Code("check-guardrails", "check_guardrails.py");
                break;
            case "safety" when facts.AuditHead is { } head:
                yield return Code("audit", "audit.py", ("{{head}}", JsonSerializer.Serialize(new { rows = head.Rows, hash = head.Hash }, Literal)));
                break;
            default:
                break;
        }
    }

    private static string Title(ReportModel model)
    {
        var text = new StringBuilder($"# {MarkdownText.Escape(model.Title)}\n\n{MarkdownText.Escape(model.Byline)}\n\n");
        if (model.Stamp is { } stamp)
        {
            text.Append(CultureInfo.InvariantCulture, $"> **{MarkdownText.Escape(stamp)}**\n>\n> {MarkdownText.Escape(model.StampMeaning ?? string.Empty)}\n\n");
        }

        return text.Append("The same report as [PDF](report.pdf) and [web page](report.html). The cells below need Python 3 and nothing else; ")
            .Append("they read the files beside this folder, compute rates and lifts again and stop if one differs from what is stored.").ToString();
    }

    private static string Markdown(ReportModel model, ReportSection section)
    {
        var text = new StringBuilder($"## {MarkdownText.Escape(section.Title)}\n\n");
        if (model.Stamp is { } stamp)
        {
            text.Append(CultureInfo.InvariantCulture, $"*{MarkdownText.Escape(stamp)}*\n\n");
        }

        foreach (var block in section.Blocks)
        {
            MarkdownBlocks.Append(text, block);
        }

        return text.ToString().TrimEnd('\n');
    }

    private static NotebookCell Chart(Figure figure, byte[] png)
    {
        var cell = figure.Breakdown is { } breakdown
            ? Code("fig-" + figure.Id, "lift-by-segment.py", ("{{breakdown}}", breakdown.ToString(CultureInfo.InvariantCulture)))
            : Code("fig-" + figure.Id, figure.Id + ".py");
        return cell with
        {
            Output = new Dictionary<string, string>
            {
                ["image/png"] = Convert.ToBase64String(png),
                ["text/plain"] = figure.AltText,
            },
        };
    }

    private static Dictionary<string, string> Tables(ReportSection section)
    {
        var tables = section.Blocks.OfType<ReportTable>().ToList();
        return new Dictionary<string, string>
        {
            ["text/html"] = string.Concat(tables.Select(HtmlBlocks.Table)),
            ["text/plain"] = string.Join("\n\n", tables.Select(t => string.Join(
                '\n', [t.Caption, string.Join(" | ", t.Columns.Select(c => c.Header)), .. t.Rows.Select(r => string.Join(" | ", r))]))),
        };
    }

    private static NotebookCell Code(string id, string file, IReadOnlyDictionary<string, string>? output = null, string? tag = null) =>
        new(id, EmbeddedText.Read(file).TrimEnd('\n'), IsCode: true, output, tag);

    private static NotebookCell Code(string id, string file, (string Slot, string Value) slot) =>
        new(id, EmbeddedText.Read(file).TrimEnd('\n').Replace(slot.Slot, slot.Value, StringComparison.Ordinal), IsCode: true);

    /// <summary>A dictionary as JSON, which is also a Python literal, in the order of its keys.</summary>
    private static string Dictionary<TValue>(IReadOnlyDictionary<string, TValue> values) =>
        JsonSerializer.Serialize(new SortedDictionary<string, TValue>(values.ToDictionary(v => v.Key, v => v.Value), StringComparer.Ordinal), Literal);
}
