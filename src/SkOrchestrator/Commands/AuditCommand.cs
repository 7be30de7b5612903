using System.CommandLine;
using System.Text.Json;
using SkOrchestrator.Diagnostics;
using SkOrchestrator.Runs;
using SkOrchestrator.Safety;

namespace SkOrchestrator.Commands;

/// <summary><c>audit verify</c>: checks the hash chain of a safety audit.</summary>
internal static class AuditCommand
{
    public static Command Build(GlobalOptions global)
    {
        var target = new Argument<string>("RUN|FILE") { Description = "A run directory, or a safety_audit.csv" };
        var verify = new Command("verify", "Check that no row of a safety audit was changed, added, removed or cut off") { target };
        verify.SetAction((result, _) =>
        {
            var output = global.Read(result);
            return CommandGuard.RunAsync(() => Task.FromResult(Verify(result.GetRequiredValue(target), output)), output);
        });
        return new Command("audit", "Work on safety audits") { verify };
    }

    private static int Verify(string target, OutputSettings output)
    {
        if (!Directory.Exists(target) && !File.Exists(target))
        {
            throw new InvalidInputException(new Diagnostic(
                "AUD001", "there is no such run directory or file", target, Expected: "a run directory, or a safety_audit.csv", Fix: "give the path that the run printed"));
        }

        var isRun = Directory.Exists(target);
        var file = isRun ? Path.Combine(target, "safety_audit.csv") : target;
        var head = isRun ? ManifestFile.ReadAuditHead(Path.Combine(target, "run.json")) : null;
        var outcome = AuditVerifier.Verify(file, head);
        if (isRun && head is null)
        {
            outcome = outcome with { IsIntact = false, Message = "run.json is missing or damaged, so it can't be told whether the audit's tail was cut off" };
        }

        if (output.Json)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(new { file, intact = outcome.IsIntact, outcome.Rows, outcome.FirstBadLine, outcome.Message }, RunJson.Line));
        }
        else
        {
            Console.Out.WriteLine(outcome.IsIntact ? outcome.Message : $"NOT INTACT: {outcome.Message}");
        }

        return outcome.IsIntact ? ExitCode.Done : ExitCode.NothingApproved;
    }
}
