using System.Security.Cryptography;
using SkOrchestrator.Analysis;
using SkOrchestrator.Reporting.Charts;
using SkOrchestrator.Reporting.Html;
using SkOrchestrator.Reporting.Model;
using SkOrchestrator.Reporting.Notebook;
using SkOrchestrator.Reporting.Pdf;
using SkOrchestrator.Reporting.Sections;

namespace SkOrchestrator.Reporting;

/// <summary>Writes the report of a run, or of an analysis without one, as PDF, notebook and web page, with its charts. The same input gives the same bytes.</summary>
public static class ReportWriter
{
    /// <summary>
    /// Writes <c>report/report.html</c>, <c>report.pdf</c>, <c>report.ipynb</c> and <c>report/charts/</c> into the run directory.
    /// <c>analysis.json</c> and <c>results.csv</c> should be there already: the notebook remembers their hashes.
    /// </summary>
    /// <returns>The path of the web page.</returns>
    public static string Write(ReportInput input, string runDirectory) =>
        Write(ReportBuilder.Build(input), new NotebookFacts(Hashes(input.Analysis, runDirectory), input.Run.AuditHead, input.Windows), runDirectory);

    /// <summary>
    /// Writes the report of an analysis without a run into <c>DIRECTORY/report/</c>, in the same form. <c>analysis.json</c> and <c>results.csv</c>
    /// should be in the directory already.
    /// </summary>
    /// <returns>The path of the web page.</returns>
    public static string WriteAnalysis(AnalysisReportInput input, string directory) =>
        Write(ReportBuilder.Build(input), new NotebookFacts(Hashes(input.Analysis, directory), AuditHead: null, Windows: null), directory);

    private static string Write(ReportModel model, NotebookFacts facts, string directory)
    {
        var report = Path.Combine(directory, "report");
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
        NotebookReport.Write(model, facts, f => images[f.Id].Png, notebook);
        return page;
    }

    private static SortedDictionary<string, string> Hashes(ExperimentAnalysis analysis, string directory)
    {
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in new[] { AnalysisFiles.AnalysisName, AnalysisFiles.ResultsName })
        {
            var path = Path.Combine(directory, name);
            if (File.Exists(path))
            {
                hashes[name] = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
            }
        }

        hashes.TryAdd(AnalysisFiles.AnalysisName, Convert.ToHexStringLower(SHA256.HashData(AnalysisFiles.Bytes(analysis))));
        return hashes;
    }
}
