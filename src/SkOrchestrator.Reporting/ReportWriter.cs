using System.Security.Cryptography;
using SkOrchestrator.Reporting.Charts;
using SkOrchestrator.Reporting.Html;
using SkOrchestrator.Reporting.Notebook;
using SkOrchestrator.Reporting.Pdf;
using SkOrchestrator.Reporting.Sections;

namespace SkOrchestrator.Reporting;

/// <summary>Writes the report of a run as PDF, notebook and web page, with its charts. The same input gives the same bytes.</summary>
public static class ReportWriter
{
    /// <summary>
    /// Writes <c>report/report.html</c>, <c>report.pdf</c>, <c>report.ipynb</c> and <c>report/charts/</c> into the run directory.
    /// <c>analysis.json</c> and <c>results.csv</c> should be there already: the notebook remembers their hashes.
    /// </summary>
    /// <returns>The path of the web page.</returns>
    public static string Write(ReportInput input, string runDirectory)
    {
        var model = ReportBuilder.Build(input);
        var report = Path.Combine(runDirectory, "report");
        var charts = Directory.CreateDirectory(Path.Combine(report, "charts")).FullName;
        var images = new Dictionary<string, ChartImages>(StringComparer.Ordinal);
        foreach (var figure in model.Figures)
        {
            var image = images[figure.Id] = new ChartImages(figure.Chart);
            File.WriteAllText(Path.Combine(charts, figure.Id + ".svg"), image.Svg);
            File.WriteAllBytes(Path.Combine(charts, figure.Id + ".png"), image.Png);
        }

        var page = Path.Combine(report, "report.html");
        File.WriteAllText(page, HtmlReport.Write(model, f => images[f.Id].Png));
        using (var pdf = File.Create(Path.Combine(report, "report.pdf")))
        {
            PdfReport.Write(model, f => images[f.Id], pdf);
        }

        using var notebook = File.Create(Path.Combine(report, "report.ipynb"));
        NotebookReport.Write(model, new NotebookFacts(Hashes(input, runDirectory), input.Run.AuditHead, input.Windows), f => images[f.Id].Png, notebook);
        return page;
    }

    private static SortedDictionary<string, string> Hashes(ReportInput input, string runDirectory)
    {
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in new[] { AnalysisFiles.AnalysisName, AnalysisFiles.ResultsName })
        {
            var path = Path.Combine(runDirectory, name);
            if (File.Exists(path))
            {
                hashes[name] = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
            }
        }

        hashes.TryAdd(AnalysisFiles.AnalysisName, Convert.ToHexStringLower(SHA256.HashData(AnalysisFiles.Bytes(input.Analysis))));
        return hashes;
    }
}
