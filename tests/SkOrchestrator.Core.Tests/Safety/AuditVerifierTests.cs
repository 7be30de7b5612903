using System.Security.Cryptography;
using System.Text;
using SkOrchestrator.Safety;

namespace SkOrchestrator.Core.Tests.Safety;

[Requirement("NFR-9")]
public sealed class AuditVerifierTests : IDisposable
{
    private readonly TemporaryFile _file = new();
    private readonly AuditHead _head;

    public AuditVerifierTests()
    {
        using var audit = SafetyAuditFile.Open(_file.Path, "run-1");
        for (var i = 1; i <= 4; i++)
        {
            audit.Append(Some.Verdict($"segment-{i}.urgent", isAllowed: i != 2));
        }

        _head = audit.Head;
    }

    public void Dispose() => _file.Dispose();

    [Fact]
    public void An_untouched_audit_is_intact()
    {
        var verification = AuditVerifier.Verify(_file.Path, _head);

        Assert.True(verification.IsIntact);
        Assert.Equal((4L, null, _head), (verification.Rows, verification.FirstBadLine, verification.Head));
    }

    [Fact]
    public void A_changed_row_shows() => AssertBroken(3, lines => lines[2] = lines[2].Replace(",block,", ",pass,", StringComparison.Ordinal));

    [Fact]
    public void A_changed_hash_shows() => AssertBroken(5, lines => lines[4] = lines[4][..^1] + (lines[4][^1] == '0' ? '1' : '0'));

    [Fact]
    public void A_deleted_row_shows() => AssertBroken(3, lines => lines.RemoveAt(2));

    [Fact]
    public void A_deleted_first_row_shows() => AssertBroken(2, lines => lines.RemoveAt(1));

    [Fact]
    public void An_inserted_row_shows() => AssertBroken(4, lines => lines.Insert(3, lines[1]));

    [Fact]
    public void Reordered_rows_show() => AssertBroken(2, lines => (lines[1], lines[2]) = (lines[2], lines[1]));

    [Fact]
    public void An_empty_line_shows() => AssertBroken(3, lines => lines.Insert(2, ""));

    [Fact]
    public void A_line_that_is_no_row_shows() => AssertBroken(3, lines => lines.Insert(2, "x"));

    [Fact]
    public void A_wrong_header_shows() => AssertBroken(1, lines => lines[0] = lines[0].Replace("screen", "scream", StringComparison.Ordinal));

    [Fact]
    public void A_changed_line_end_shows() => AssertBroken(2, lines => lines[1] += "\r");

    [Fact]
    public void A_gap_in_the_sequence_shows_although_the_chain_holds() => AssertBroken(4, lines =>
    {
        lines[3] = "7" + lines[3][1..];
        Rechain(lines);
    });

    [Fact]
    public void A_cut_tail_shows_against_the_head()
    {
        _file.Write(_file.Lines()[..^1]);

        Assert.True(AuditVerifier.Verify(_file.Path, null).IsIntact);
        var verification = AuditVerifier.Verify(_file.Path, _head);
        Assert.False(verification.IsIntact);
        Assert.Contains("4 rows", verification.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rewritten_chain_shows_against_the_head()
    {
        var lines = _file.Lines().ToList();
        lines[2] = lines[2].Replace(",block,", ",pass,", StringComparison.Ordinal);
        Rechain(lines);
        _file.Write(lines);

        Assert.True(AuditVerifier.Verify(_file.Path, null).IsIntact);
        Assert.False(AuditVerifier.Verify(_file.Path, _head).IsIntact);
    }

    [Fact]
    public void A_row_that_is_cut_off_in_the_middle_shows()
    {
        File.WriteAllText(_file.Path, File.ReadAllText(_file.Path)[..^20]);

        Assert.Equal(5, AuditVerifier.Verify(_file.Path, null).FirstBadLine);
    }

    [Fact]
    public void A_missing_and_an_empty_file_are_not_intact()
    {
        File.WriteAllText(_file.Path, "");
        Assert.False(AuditVerifier.Verify(_file.Path, null).IsIntact);
        File.Delete(_file.Path);
        Assert.False(AuditVerifier.Verify(_file.Path, null).IsIntact);
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_not_intact()
    {
        File.WriteAllBytes(_file.Path, [.. File.ReadAllBytes(_file.Path), 0xff]);

        Assert.False(AuditVerifier.Verify(_file.Path, null).IsIntact);
    }

    private static void Rechain(List<string> lines)
    {
        var previous = new string('0', 64);
        for (var i = 1; i < lines.Count; i++)
        {
            var cells = lines[i].Split(',');
            var body = string.Join(',', [.. cells[..^2], previous]);
            previous = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)));
            lines[i] = $"{body},{previous}";
        }
    }

    private void AssertBroken(long line, Action<List<string>> tamper)
    {
        var lines = _file.Lines().ToList();
        tamper(lines);
        _file.Write(lines);

        var verification = AuditVerifier.Verify(_file.Path, _head);
        Assert.False(verification.IsIntact);
        Assert.Equal(line, verification.FirstBadLine);
        Assert.Null(verification.Head);
    }
}
