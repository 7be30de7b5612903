using SkOrchestrator.Diagnostics;

namespace SkOrchestrator.Campaign;

/// <summary>Sees that the named files and folders are there before a run directory is made.</summary>
internal static class InputCheck
{
    /// <param name="request">What is asked for.</param>
    /// <param name="backtest">A past customer file that a plan is tried on; null for none.</param>
    /// <exception cref="InvalidInputException">Something is not there; all of it is named.</exception>
    public static void Require(RunRequest request, string? backtest = null)
    {
        var missing = new List<Diagnostic>();
        NeedFile("CSV001", request.Customers, request.Customers == backtest ? "--backtest" : "--customers", "a CSV, CSV.gz or Parquet file");
        if (backtest is not null && backtest != request.Customers)
        {
            NeedFile("CSV001", backtest, "--backtest", "a CSV, CSV.gz or Parquet file");
        }

        NeedFile("CSV001", request.Suppressions, "--suppressions", "a CSV with customer_id, email or email_sha256");
        NeedFolder("CNT001", request.Content, "--content", "a folder with approved documents");
        NeedFolder("PRM001", request.Prompts, "--prompts", "a folder with prompts");
        if (request.ContactHistory is { } history)
        {
            NeedFile("CSV001", history, "--contact-history", "a CSV with customer_id,sent_at");
        }

        if (missing.Count > 0)
        {
            throw new InvalidInputException(missing);
        }

        static string Fix(string option) => $"give the right path with {option}; the defaults are relative to the repository's folder";

        void NeedFile(string code, string path, string option, string expected)
        {
            if (Directory.Exists(path))
            {
                missing.Add(new Diagnostic(code, "this is a folder", path, Expected: expected, Fix: Fix(option)));
            }
            else if (!File.Exists(path))
            {
                missing.Add(new Diagnostic(code, "there is no such file", path, Expected: expected, Fix: Fix(option)));
            }
        }

        void NeedFolder(string code, string path, string option, string expected)
        {
            if (!Directory.Exists(path))
            {
                missing.Add(new Diagnostic(code, "there is no such folder", path, Expected: expected, Fix: Fix(option)));
            }
        }
    }
}
