using System.Diagnostics;
using System.Text;
using SkOrchestrator.Configuration;
using SkOrchestrator.Data.Events;

namespace SkOrchestrator.Data.Tests.Events;

public sealed class CompressedFileTests : IDisposable
{
    private readonly FinishedCampaign _run = new();

    public void Dispose() => _run.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(512)]
    [InlineData(100_000)]
    public void All_members_of_a_compressed_file_are_read_and_padding_is_no_cut(int padding)
    {
        var import = Import([.. Zipped(1, 3000), .. Zipped(3001, 3010), .. Zipped(3011, 6000), .. new byte[padding]]);

        Assert.Equal(6000, import.Total.Matched);
        Assert.Empty(import.Problems);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(500)]
    public void A_cut_in_the_last_member_is_told_wherever_it_is(int missing)
    {
        var import = Import([.. Zipped(1, 100), .. Zipped(101, 3000)[..^missing]]);

        Assert.InRange(import.Total.Matched, 100, 3000);
        Assert.Equal(("EVT011", "the end of the file"), (Assert.Single(import.Problems).Code, import.Problems[0].Found));
    }

    [Fact]
    public void A_damaged_compressed_file_is_told_apart_from_a_cut_one()
    {
        var bytes = Zipped(1, 3000);
        bytes[^6] ^= 0xFF;
        var import = Import([.. bytes, .. Zipped(3001, 3002)]);

        Assert.Equal(("EVT011", "bytes that can't be unpacked"), (Assert.Single(import.Problems).Code, import.Problems[0].Found));
    }

    [Fact]
    public void Compressed_orders_of_several_members_are_read_and_a_cut_is_refused()
    {
        var whole = (byte[])[.. Zip("customer_id,order_id,timestamp,value\nann,1,2026-11-21T09:00:00Z,10\n"), .. Zip("bob,2,2026-11-21T09:00:00Z,5\n")];

        Assert.Equal(2, _run.Engagement.ImportOrders(_run.WriteBytes("o.csv.gz", whole)).Orders);
        Assert.Equal("15/2 0/2", _run.Successes(Metric.RevenuePerRecipient));
        var problem = FinishedCampaign.Refused(() => _run.Engagement.ImportOrders(_run.WriteBytes("cut.csv.gz", whole[..^5]))).Diagnostics[0];
        Assert.Equal(("CSV008", "the end of the file"), (problem.Code, problem.Found));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_file_in_UTF_16_is_refused_with_its_encoding(bool bigEndian)
    {
        var encoding = new UnicodeEncoding(bigEndian, byteOrderMark: true);
        var problem = FinishedCampaign.Refused(() => Import([.. encoding.GetPreamble(), .. encoding.GetBytes("[" + Open(1) + "]")])).Diagnostics[0];

        Assert.Equal(("EVT003", bigEndian ? "UTF-16 (big endian)" : "UTF-16 (little endian)", "UTF-8"), (problem.Code, problem.Found, problem.Expected));
    }

    [Fact]
    public async Task Events_and_orders_may_come_from_a_pipe()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there are no named pipes in folders");
        var events = Pipe("events", Encoding.UTF8.GetBytes(Open(1) + "\n" + Open(2)), out var first);
        var orders = Pipe("orders", Encoding.UTF8.GetBytes("customer_id,order_id,timestamp,value\nann,1,2026-11-21T09:00:00Z,10\n"), out var second);

        Assert.Equal(2, _run.Engagement.ImportEvents([events], new EventRules()).Total.Matched);
        Assert.Equal(1, _run.Engagement.ImportOrders(orders).Orders);
        await Task.WhenAll(first, second);
    }

    private string Pipe(string name, byte[] content, out Task writing)
    {
        var path = Path.Combine(_run.Folder, name);
        using (var made = Process.Start("mkfifo", path))
        {
            made.WaitForExit();
        }

        writing = Task.Run(() => File.WriteAllBytes(path, content), TestContext.Current.CancellationToken);
        return path;
    }

    private EventImport Import(byte[] bytes) => _run.Engagement.ImportEvents([_run.WriteBytes("e.ndjson.gz", bytes)], new EventRules());

    private byte[] Zipped(int first, int last) => Zip(string.Concat(Enumerable.Range(first, last - first + 1).Select(i => Open(i) + "\n")));

    private byte[] Zip(string text) => File.ReadAllBytes(_run.WriteZipped("part.gz", text));

    private static string Open(int number) => FormattableString.Invariant(
        $"{{\"email\":\"ann@example.com\",\"timestamp\":{1795167000 + number},\"event\":\"open\",\"sg_event_id\":\"id-{number}\"}}");
}
