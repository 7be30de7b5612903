using System.Text;

namespace SkOrchestrator.Safety;

/// <summary>
/// Writes <c>safety_audit.csv</c>: append-only, every row tied to the one before by its hash and on disk before <see cref="Append"/> returns. A row
/// that can't be written throws, and so does every later one: without its audit a run must fail.
/// </summary>
public sealed class SafetyAuditFile : IDisposable
{
    private readonly Lock _lock = new();
    private readonly FileStream _file;
    private readonly FileStream _claim;
    private readonly string _runId;
    private bool _isBroken;

    private SafetyAuditFile(FileStream file, FileStream claim, string runId, AuditHead head) =>
        (_file, _claim, _runId, Head) = (file, claim, runId, head);

    /// <summary>Rows and last hash so far.</summary>
    public AuditHead Head { get; private set; }

    /// <summary>Opens an audit for this run alone, others may read. An audit that is there already is verified and continued, never rewritten.</summary>
    /// <param name="path">The file.</param>
    /// <param name="runId">The run that its rows name.</param>
    /// <param name="expected">The head that an audit to be continued must have; null to take it as it is.</param>
    /// <exception cref="InvalidDataException">The audit that is there is not intact.</exception>
    /// <exception cref="IOException">The file can't be opened or written.</exception>
    public static SafetyAuditFile Open(string path, string runId, AuditHead? expected = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentException.ThrowIfNullOrEmpty(runId);
        var claim = Claim(path);
        FileStream? file = null;
        try
        {
            file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 1, FileOptions.WriteThrough);
            if (file.Length == 0 && (expected?.Rows ?? 0) == 0)
            {
                Write(file, AuditRow.Header);
                return new SafetyAuditFile(file, claim, runId, AuditRow.Start);
            }

            var verification = AuditVerifier.Verify(path, expected);
            return verification is { IsIntact: true, Head: { } head }
                ? new SafetyAuditFile(file, claim, runId, head)
                : throw new InvalidDataException($"The safety audit {path} can't be continued: {verification.Message}");
        }
        catch
        {
            file?.Dispose();
            claim.Dispose();
            throw;
        }
    }

    /// <summary>Adds the row of a verdict. Safe to call from several threads.</summary>
    /// <exception cref="IOException">The row could not be written; the run must fail.</exception>
    public void Append(SafetyVerdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        lock (_lock)
        {
            if (_isBroken)
            {
                throw new IOException("The safety audit is broken since a row could not be written.");
            }

            var (text, head) = AuditRow.Format(verdict, _runId, Head);
            _isBroken = true;
            Write(_file, text);
            (_isBroken, Head) = (false, head);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _file.Dispose();
        _claim.Dispose();
    }

    /// <summary>Keeps other writers out. A share mode alone does so on Windows only: elsewhere two writers that let others read don't exclude each other.</summary>
    private static FileStream Claim(string path) =>
        new(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);

    private static void Write(FileStream file, string line)
    {
        file.Write(Encoding.UTF8.GetBytes(line + "\n"));
        file.Flush(flushToDisk: true);
    }
}
