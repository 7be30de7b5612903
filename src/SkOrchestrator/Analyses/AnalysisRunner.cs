using SkOrchestrator.Analysis;
using SkOrchestrator.Commands;
using SkOrchestrator.Reporting;

namespace SkOrchestrator.Analyses;

/// <summary>Carries an analysis out: read, analyse, write, print.</summary>
internal sealed class AnalysisRunner(TextWriter data, OutputSettings output)
{
    /// <summary>Returns the exit code.</summary>
    public int Run(AnalyzeRequest request)
    {
        var source = AnalysisSources.Of(request);
        var directory = AnalysisDirectory.At(request.Output ?? source.DefaultOutput);
        var subject = source.Read();
        var analysis = ExperimentAnalyzer.Analyze(subject.Input);
        directory.Clear();
        AnalysisFiles.Write(analysis, directory.Path);
        DiagnosticsCsv.Write(directory.DiagnosticsFile, subject.Diagnostics);
        new AnalysisPrinter(data, output).Print(new(subject, analysis, directory, Report: null));
        return ExitCode.Done;
    }
}
