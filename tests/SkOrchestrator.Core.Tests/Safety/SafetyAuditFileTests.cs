using System.Security.Cryptography;
using System.Text;
using SkOrchestrator.Safety;

namespace SkOrchestrator.Core.Tests.Safety;

[Requirement("4.6")]
[Requirement("NFR-9")]
public sealed class SafetyAuditFileTests : IDisposable
{
    private readonly TemporaryFile _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public void Rows_have_the_columns_of_the_contract_and_chain_by_their_own_text()
    {
        Append(Some.Verdict("control"), Some.Verdict("segment-1.urgent", isAllowed: false));

        var lines = _file.Lines();
        var zeros = new string('0', 64);
        Assert.Equal(
            "sequence,timestamp,run_id,variant_id,status,category,severity,hate,self_harm,sexual,violence,threshold,screen,content_sha256,previous_hash,hash",
            lines[0]);
        var first = $"1,2026-09-01T12:30:05Z,run-1,control,pass,none,0,0,0,0,0,,test screen,{new string('a', 64)},{zeros}";
        Assert.Equal($"{first},{Sha256(first)}", lines[1]);
        var second = $"2,2026-09-01T12:30:05Z,run-1,segment-1.urgent,block,hate,6,6,0,0,0,6,test screen,{new string('a', 64)},{Sha256(first)}";
        Assert.Equal($"{second},{Sha256(second)}", lines[2]);
        Assert.EndsWith("\n", File.ReadAllText(_file.Path), StringComparison.Ordinal);
        Assert.DoesNotContain('\r', File.ReadAllText(_file.Path));
    }

    [Fact]
    public void What_was_not_screened_is_an_empty_cell_and_not_zero()
    {
        Append(Some.Verdict() with { IsAllowed = false, Category = "not_screened", Severity = null, Severities = new Dictionary<SafetyCategory, int>(), Threshold = null });

        Assert.Contains(",block,not_screened,,,,,,,test screen,", _file.Lines()[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_stays_on_one_line_quoted_and_inert()
    {
        Append(Some.Verdict(screen: "a, \"b\"\nc"), Some.Verdict(screen: "=1+1"));

        var lines = _file.Lines();
        Assert.Equal(3, lines.Length);
        Assert.Contains(",\"a, \"\"b\"\" c\",", lines[1], StringComparison.Ordinal);
        Assert.Contains(",'=1+1,", lines[2], StringComparison.Ordinal);
        Assert.True(AuditVerifier.Verify(_file.Path, null).IsIntact);
    }

    [Fact]
    public void The_head_is_that_of_the_last_row()
    {
        using var audit = SafetyAuditFile.Open(_file.Path, "run-1");
        Assert.Equal(new AuditHead(0, new string('0', 64)), audit.Head);

        audit.Append(Some.Verdict());

        Assert.Equal(1, audit.Head.Rows);
        Assert.EndsWith("," + audit.Head.Hash, _file.Lines()[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_is_readable_by_others_as_soon_as_it_is_appended()
    {
        using var audit = SafetyAuditFile.Open(_file.Path, "run-1");
        audit.Append(Some.Verdict());

        Assert.True(AuditVerifier.Verify(_file.Path, audit.Head).IsIntact);
    }

    [Fact]
    public void An_audit_that_is_opened_again_is_continued_and_never_rewritten()
    {
        Append(Some.Verdict("control"));
        var before = File.ReadAllText(_file.Path);

        Append(Some.Verdict("segment-1.urgent"));

        Assert.StartsWith(before, File.ReadAllText(_file.Path), StringComparison.Ordinal);
        Assert.Equal(2, AuditVerifier.Verify(_file.Path, null).Rows);
    }

    [Fact]
    public void A_tampered_audit_is_not_continued()
    {
        Append(Some.Verdict("control", isAllowed: false));
        _file.Write(_file.Lines().Select(l => l.Replace("block", "pass", StringComparison.Ordinal)));
        var before = File.ReadAllText(_file.Path);

        Assert.Throws<InvalidDataException>(() => SafetyAuditFile.Open(_file.Path, "run-1"));
        Assert.Equal(before, File.ReadAllText(_file.Path));
    }

    [Fact]
    public void An_audit_that_should_have_rows_is_not_begun_anew() =>
        Assert.Throws<InvalidDataException>(() => SafetyAuditFile.Open(_file.Path, "run-1", new AuditHead(3, new string('b', 64))));

    [Fact]
    public void A_second_writer_is_refused()
    {
        using var audit = SafetyAuditFile.Open(_file.Path, "run-1");

        Assert.Throws<IOException>(() => SafetyAuditFile.Open(_file.Path, "run-2"));
    }

    [Fact]
    public void A_row_that_can_not_be_written_throws_now_and_ever_after()
    {
        var audit = SafetyAuditFile.Open(_file.Path, "run-1");
        audit.Dispose();

        Assert.ThrowsAny<Exception>(() => audit.Append(Some.Verdict()));
        Assert.Throws<IOException>(() => audit.Append(Some.Verdict()));
        Assert.Equal(0, audit.Head.Rows);
    }

    [Fact]
    public void Nothing_but_the_audit_is_left_when_it_is_closed()
    {
        Append(Some.Verdict());

        Assert.Equal([_file.Path], Directory.GetFiles(Path.GetDirectoryName(_file.Path)!));
    }

    [Fact]
    public void A_full_disk_throws()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "needs /dev/full");
        File.CreateSymbolicLink(_file.Path, "/dev/full");

        Assert.Throws<IOException>(() => SafetyAuditFile.Open(_file.Path, "run-1"));
    }

    [Fact]
    public void Rows_of_concurrent_writers_chain()
    {
        AuditHead head;
        using (var audit = SafetyAuditFile.Open(_file.Path, "run-1"))
        {
            Parallel.For(0, 40, i => audit.Append(Some.Verdict($"segment-{i}.urgent")));
            head = audit.Head;
        }

        var verification = AuditVerifier.Verify(_file.Path, head);
        Assert.True(verification.IsIntact, verification.Message);
        Assert.Equal(40, verification.Rows);
    }

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private void Append(params SafetyVerdict[] verdicts)
    {
        using var audit = SafetyAuditFile.Open(_file.Path, "run-1");
        foreach (var verdict in verdicts)
        {
            audit.Append(verdict);
        }
    }
}
