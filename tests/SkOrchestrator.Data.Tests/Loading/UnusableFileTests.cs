using System.Text;
using SkOrchestrator.Configuration;
using SkOrchestrator.Diagnostics;

namespace SkOrchestrator.Data.Tests.Loading;

public sealed class UnusableFileTests : IDisposable
{
    private readonly TestRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void A_missing_file_is_named() => Expect("CSV001", Path.Combine(_run.Folder, "nowhere.csv"));

    [Fact]
    public void An_empty_file_is_an_error() => Expect("CSV002", _run.Write("empty.csv", "\n \n"), _run.Write("none.csv", ""));

    [Fact]
    public void A_header_alone_is_an_error() => Expect("CSV003", _run.Write("header.csv", "customer_id,age\n"), _run.Write("bare.csv", "customer_id,age"));

    [Fact]
    public void Text_that_is_not_utf8_is_an_error_with_its_line()
    {
        var path = _run.Write("latin.csv", Encoding.Latin1.GetBytes("customer_id,city\n1,Bath\n2,K\u00f6ln\n"));

        Assert.Equal(3, Expect("CSV006", path).Line);
        Expect("CSV006", _run.Write("wide.csv", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("customer_id\n1\n")]));
    }

    [Fact]
    public void Other_file_types_are_refused() => Expect(
        "CSV007", _run.Write("book.xlsx", "PK\u0003\u0004"), _run.Write("rows.json", "[]"), _run.Write("zip.csv", "PK\0\0"));

    [Fact]
    public void Damaged_files_are_told_apart_from_unsupported_ones() => Expect(
        "CSV008", _run.Write("a.csv.gz", [0x1F, 0x8B, 8, 0, 1, 2, 3, 4, 5, 6, 7]), _run.Write("a.parquet", "PAR1 and nothing else"), Truncated());

    [Theory]
    [InlineData("fake.parquet", "Parquet")]
    [InlineData("fake.csv.gz", "gzip")]
    public void A_name_that_promises_another_content_is_named(string name, string format)
    {
        var problem = Expect("CSV007", _run.Write(name, "customer_id,age\n1,2\n"));

        Assert.EndsWith($"but its content is not {format}", problem.Message, StringComparison.Ordinal);
        Assert.Equal($"{format} content", problem.Expected);
    }

    [Fact]
    public void A_file_of_thousands_of_columns_is_refused_before_anything_is_done_with_it()
    {
        var columns = string.Join(',', Enumerable.Range(1, 3000).Select(i => $"x{i}"));

        var problem = Expect("CSV019", _run.Write("wide.csv", $"customer_id,{columns}\n1{new string(',', 3000)}\n"));

        Assert.Equal(("3001 columns", "at most 300 columns"), (problem.Found, problem.Expected));
        Assert.NotNull(problem.Fix);
    }

    private string Truncated()
    {
        using var zipped = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(zipped, System.IO.Compression.CompressionMode.Compress))
        {
            gzip.Write(Encoding.UTF8.GetBytes("customer_id,age\n" + string.Concat(Enumerable.Range(1, 3000).Select(i => $"{i},{i * 7919 % 90}\n"))));
        }

        return _run.Write("cut.csv.gz", zipped.ToArray()[..^2000]);
    }

    [Fact]
    public void A_missing_customer_id_says_what_was_found_and_what_was_meant()
    {
        var problem = Expect("CSV005", _run.Write("ids.csv", "CustomerID,age\n1,2\n"));

        Assert.Contains("columns: CustomerID, age", problem.Found, StringComparison.Ordinal);
        Assert.Contains("did you mean `CustomerID`?", problem.Message, StringComparison.Ordinal);
        Assert.Equal(1, problem.Line);
    }

    [Fact]
    public void Columns_that_stand_twice_are_an_error() =>
        Assert.Equal("CSV009", _run.Fails("customer_id,age,Age\n1,2,3\n").Code);

    [Fact]
    public void Described_columns_that_are_missing_are_all_named_but_labels_may_be_missing()
    {
        var problem = _run.Fails("customer_id\n1\n", new("age", ColumnRole.Numeric), new("tier", ColumnRole.Categorical), new("opened", ColumnRole.Label));

        Assert.Equal("CSV010", problem.Code);
        Assert.EndsWith("age (numeric), tier (categorical)", problem.Message, StringComparison.Ordinal);
        Assert.Contains("{ columns: { customer_id: { role: id } } }", problem.Fix, StringComparison.Ordinal);
        Assert.Contains(_run.Load("customer_id\n1\n", new ColumnOptions("opened", ColumnRole.Label)).Notes, note => note.Contains("opened", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_without_one_good_row_is_an_error_that_names_rows()
    {
        var exception = Assert.Throws<InvalidInputException>(() => _run.Load("customer_id,age\n,1\n,2\n"));

        Assert.Equal(["CSV017", "CSV013", "CSV013"], exception.Diagnostics.Select(problem => problem.Code));
    }

    private Diagnostic Expect(string code, params string[] paths) => paths
        .Select(path => Assert.Single(Assert.Throws<InvalidInputException>(() => _run.Database.Load(path, new SegmentationOptions())).Diagnostics))
        .Select(problem =>
        {
            Assert.Equal(code, problem.Code);
            Assert.False(string.IsNullOrEmpty(problem.Fix));
            Assert.NotNull(problem.File);
            return problem;
        })
        .ToList()[0];
}
