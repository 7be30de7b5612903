using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SkOrchestrator.Safety;

namespace SkOrchestrator.Reporting.Tests.Fixtures;

/// <summary>A run directory that is removed after the test, with the files that the notebook reads.</summary>
internal sealed class RunFolder : IDisposable
{
    public string Directory { get; } = System.IO.Directory.CreateTempSubdirectory("report-").FullName;

    /// <summary>Writes the report of an input and the files beside it.</summary>
    public static RunFolder Of(ReportInput input)
    {
        var folder = new RunFolder();
        AnalysisFiles.Write(input.Analysis, folder.Directory);
        folder.WriteRows(input.Analysis.Arms.Count > 0);
        var written = input with { Run = input.Run with { AuditHead = folder.WriteAudit(input) } };
        ReportWriter.Write(written, folder.Directory);
        return folder;
    }

    /// <summary>Writes the report of an analysis without a run and the files beside it.</summary>
    public static RunFolder Of(AnalysisReportInput input)
    {
        var folder = new RunFolder();
        AnalysisFiles.Write(input.Analysis, folder.Directory);
        ReportWriter.WriteAnalysis(input, folder.Directory);
        return folder;
    }

    public string Path(string name) => System.IO.Path.Combine(Directory, name);

    public string Text(string name) => File.ReadAllText(Path(name));

    public byte[] Bytes(string name) => File.ReadAllBytes(Path(name));

    public void Dispose() => System.IO.Directory.Delete(Directory, recursive: true);

    /// <summary>Assignments and events whose counts are those of the analysis.</summary>
    private void WriteRows(bool hasArms)
    {
        var assignments = new StringBuilder("customer_id,segment_id,arm,variant_id,assigned_at\n");
        var events = new StringBuilder("customer_id,event,timestamp,source,value,currency,url,event_id,machine\n");
        string[] names = ["opened", "clicked", "converted"];
        var number = 0;
        for (var s = 0; hasArms && s < 4; s++)
        {
            for (var a = 0; a < 4; a++)
            {
                for (var i = 0; i < SomeAnalysis.Customers(s); i++)
                {
                    var id = string.Create(CultureInfo.InvariantCulture, $"C{++number:0000}");
                    assignments.Append(CultureInfo.InvariantCulture, $"{id},{SomeAnalysis.Segments[s]},{SomeAnalysis.Arms[a]},x,2026-09-01T08:00:00Z\n");
                    events.Append(CultureInfo.InvariantCulture, $"{id},sent,2026-09-01T08:00:00Z,simulated,,,,,false\n");
                    for (var m = 0; m < 3; m++)
                    {
                        if (i < SomeAnalysis.Successes(s, a, m))
                        {
                            events.Append(CultureInfo.InvariantCulture, $"{id},{names[m]},2026-09-02T09:30:00.250Z,simulated,,,,,false\n");
                        }
                        else if (i % 5 == 4)
                        {
                            // a machine's and a late event count for nobody
                            events.Append(CultureInfo.InvariantCulture, $"{id},{names[m]},2026-09-02T09:30:00Z,simulated,,,,,true\n");
                            events.Append(CultureInfo.InvariantCulture, $"{id},{names[m]},2026-12-01T09:30:00Z,simulated,,,,,false\n");
                        }
                    }
                }
            }
        }

        File.WriteAllText(Path("assignments.csv"), assignments.ToString());
        File.WriteAllText(Path("events.csv"), events.ToString());
    }

    private AuditHead WriteAudit(ReportInput input)
    {
        var csv = new StringBuilder(
            "sequence,timestamp,run_id,variant_id,status,category,severity,hate,self_harm,sexual,violence,threshold,screen,content_sha256,previous_hash,hash\n");
        var previous = new string('0', 64);
        for (var i = 0; i < input.Verdicts.Count; i++)
        {
            var v = input.Verdicts[i];
            var row = string.Create(CultureInfo.InvariantCulture,
                $"{i + 1},2026-09-01T08:00:00Z,{input.Run.RunId},{v.VariantId},{v.Status},{v.Category},{v.Severity},0,0,0,0,6,{v.Screen},{v.ContentSha256},{previous}");
            previous = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(row)));
            csv.Append(row).Append(',').Append(previous).Append('\n');
        }

        File.WriteAllText(Path("safety_audit.csv"), csv.ToString());
        return new AuditHead(input.Verdicts.Count, previous);
    }
}
