using System.Globalization;
using System.Text;

namespace SkOrchestrator.Safety;

/// <summary>
/// Checks the hash chain of a safety audit. The chain alone shows changed, inserted, deleted and reordered rows; a tail that was cut off at a row's end, and
/// an audit that was rewritten with a new chain, show only against the head that the run's manifest keeps.
/// </summary>
public static class AuditVerifier
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Verifies a file.</summary>
    /// <param name="path">The audit.</param>
    /// <param name="expected">The head in the run's manifest; null when it is not known.</param>
    public static AuditVerification Verify(string path, AuditHead? expected)
    {
        if (!File.Exists(path))
        {
            return Broken(0, null, "there is no such file");
        }

        string text;
        try
        {
            text = StrictUtf8.GetString(Read(path));
        }
        catch (DecoderFallbackException)
        {
            return Broken(0, null, "the file is not UTF-8 text");
        }

        if (text.Length == 0)
        {
            return Broken(0, null, "the file is empty");
        }

        var lines = text.Split('\n');
        if (lines[0] != AuditRow.Header)
        {
            return Broken(0, 1, "the header is not that of a safety audit, or its line end was changed");
        }

        var head = AuditRow.Start;
        for (var i = 1; i < lines.Length - 1; i++)
        {
            if (Fault(lines[i], head) is { } fault)
            {
                return Broken(head.Rows, i + 1, fault);
            }

            head = new AuditHead(head.Rows + 1, lines[i][^64..]);
        }

        return lines[^1].Length > 0 ? Broken(head.Rows, lines.Length, "the last line is cut off") : Compare(head, expected);
    }

    private static AuditVerification Compare(AuditHead head, AuditHead? expected)
    {
        if (expected is null)
        {
            return new(true, head.Rows, null, $"intact: {Rows(head)}; whether its tail was cut off can't be told without the run's manifest", head);
        }

        if (head.Rows != expected.Rows)
        {
            return Broken(head.Rows, null, $"the file has {Rows(head)}, the run's manifest says {Rows(expected)}");
        }

        return head.Hash == expected.Hash
            ? new(true, head.Rows, null, $"intact: {Rows(head)}", head)
            : Broken(head.Rows, null, "the last hash is not the one in the run's manifest: the audit was rewritten");
    }

    private static string? Fault(string line, AuditHead previous)
    {
        var hashAt = line.LastIndexOf(',');
        var previousAt = hashAt > 0 ? line.LastIndexOf(',', hashAt - 1) : -1;
        if (previousAt < 0)
        {
            return "this is not a row of a safety audit";
        }

        if (AuditRow.Hash(line[..hashAt]) != line[(hashAt + 1)..])
        {
            return "the row was changed: its hash is not that of its text";
        }

        if (line[(previousAt + 1)..hashAt] != previous.Hash)
        {
            return "the row does not follow the one before: rows were deleted, inserted or reordered";
        }

        var sequence = (previous.Rows + 1).ToString(CultureInfo.InvariantCulture);
        return line.StartsWith(sequence + ",", StringComparison.Ordinal) ? null : $"the sequence number is not {sequence}";
    }

    private static byte[] Read(string path)
    {
        // a run that is still writing keeps the file open
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static string Rows(AuditHead head) => head.Rows == 1 ? "1 row" : string.Create(CultureInfo.InvariantCulture, $"{head.Rows} rows");

    private static AuditVerification Broken(long rows, long? line, string fault) => new(false, rows, line, fault);
}
