using SkOrchestrator.Diagnostics;

namespace SkOrchestrator.Campaign;

/// <summary>Sees that the named files and folders are there before a run directory is made.</summary>
internal static class InputCheck
{
    public static void Require(RunRequest request)
    {
        var missing = new List<Diagnostic>();
        NeedFile("CSV001", request.Customers, "--customers", "a CSV, CSV.gz or Parquet file");
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
