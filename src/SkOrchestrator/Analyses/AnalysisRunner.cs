using SkOrchestrator.Analysis;
using SkOrchestrator.Commands;
using SkOrchestrator.Reporting;

namespace SkOrchestrator.Analyses;

/// <summary>Carries an analysis out: read, analyse, write, print.</summary>
internal sealed class AnalysisRunner(TextWriter data, OutputSettings output, TimeProvider clock)
{
    /// <summary>Returns the exit code.</summary>
    public int Run(AnalyzeRequest request)
    {
        var source = AnalysisSources.Of(request, clock);
        var wanted = request.Output is { } path ? AnalysisDirectory.At(path) : null;
        using var subject = source.Read();
        var analysis = ExperimentAnalyzer.Analyze(subject.Input);
        var directory = wanted ?? AnalysisDirectory.At(source.TakeOutput());
        directory.Clear();
        AnalysisFiles.Write(analysis, directory.Path);
        if (subject.Engagement is { } engagement)
        {
            engagement.Export(directory.Path);
        }
        else
        {
            DiagnosticsCsv.Write(directory.DiagnosticsFile, subject.Diagnostics);
        }

        var report = ReportWriter.WriteAnalysis(ReportOf(subject, analysis), directory.Path);
        new AnalysisPrinter(data, output).Print(new(subject, analysis, directory, report));
        return ExitCode.Done;
    }

    private AnalysisReportInput ReportOf(AnalysisSubject subject, ExperimentAnalysis analysis) => new()
    {
        Title = subject.Title,
        Subtitle = subject.Subtitle,
        Analysis = analysis,
        CreatedAt = clock.GetUtcNow(),
        InputLines = subject.InputLines,
        Warnings = subject.Warnings,
        EventFiles = subject.EventFiles,
        SegmentLabels = subject.SegmentLabels,
        ArmNames = subject.ArmNames,
        Windows = subject.Windows,
    };
}
