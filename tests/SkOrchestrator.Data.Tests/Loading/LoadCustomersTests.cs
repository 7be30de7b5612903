using System.IO.Compression;
using System.Text;
using SkOrchestrator.Configuration;
using SkOrchestrator.Diagnostics;

namespace SkOrchestrator.Data.Tests.Loading;

public sealed class LoadCustomersTests : IDisposable
{
    private static readonly ColumnOptions Age = new("age", ColumnRole.Numeric);
    private readonly TestRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Line_numbers_are_physical_also_behind_a_quoted_line_break_and_a_blank_line()
    {
        _run.Load("customer_id,note,age\n1,\"two\nlines\",5\n\n2,plain,old\n3,plain,7\n", Age, new("note", ColumnRole.Categorical));

        Assert.Equal(new RowDiagnostic("customers.csv", 5, "age", "CSV011", "old", "a finite number", "rejected"), Assert.Single(_run.Diagnostics()));
        Assert.Equal(["1|two lines|5", "3|plain|7"], _run.Rows("select customer_id, note, age from customers order by row_number"));
    }

    [Theory]
    [InlineData("nan")]
    [InlineData("inf")]
    [InlineData("-Infinity")]
    [InlineData("12 apples")]
    [InlineData("1_000")]
    public void A_value_that_is_no_finite_number_rejects_its_row(string value)
    {
        var table = _run.Load($"customer_id,age\n1,{value}\n2,5\n", Age).Table;

        Assert.Equal((2, 1, 1), (table.Rows, table.Rejected, table.Loaded));
        Assert.Equal(("CSV011", value, 2), (_run.Diagnostics()[0].Code, _run.Diagnostics()[0].Value, _run.Diagnostics()[0].Line));
    }

    [Fact]
    public void A_missing_number_is_fine()
    {
        _run.Load("customer_id,age\n1,\n2,  \n3,4\n", Age);

        Assert.Equal(["1|", "2|", "3|4"], _run.Rows("select customer_id, age from customers order by row_number"));
        Assert.Empty(_run.Diagnostics());
    }

    [Fact]
    public void Ragged_rows_and_broken_quotes_cost_one_row_each_and_every_row_is_counted()
    {
        var table = _run.Load("customer_id,note,age\n1,a,1\n2,b\n3,c,3,x\n4,\"open,4\n5,\"x\"y,5\n6,\"a \"\"b\"\", c\",6\n,d,7\n1,e,8\n", Age, new("note", ColumnRole.Categorical)).Table;

        Assert.Equal((8, 6, 2), (table.Rows, table.Rejected, table.Loaded));
        Assert.Equal(
            ["3 CSV004 2 fields", "4 CSV004 4 fields", "5 CSV015 (not shown)", "6 CSV015 (not shown)", "8 CSV013 ", "9 CSV014 1"],
            _run.Diagnostics().Select(row => $"{row.Line} {row.Code} {row.Value}"));
        Assert.Equal(["1|a", "6|a \"b\", c"], _run.Rows("select customer_id, note from customers order by row_number"));
    }

    [Fact]
    public void Several_bad_values_reject_a_row_once_and_are_all_named()
    {
        var table = _run.Load("customer_id,age,orders\n1,x,y\n2,1,2\n", Age, new("orders", ColumnRole.Numeric)).Table;

        Assert.Equal(1, table.Rejected);
        Assert.Equal(["age", "orders"], _run.Diagnostics().Select(row => row.Column));
    }

    [Fact]
    public void The_first_good_row_of_an_id_stays()
    {
        _run.Load("customer_id,age\n1,bad\n1,20\n1,30\n", Age);

        Assert.Equal(["1|20"], _run.Rows("select customer_id, age from customers"));
    }

    [Theory]
    [InlineData("\uFEFFcustomer_id,age\r\n1,5\r\n2,6\r\n")]
    [InlineData("customer_id;age\n1;5\n2;6\n")]
    [InlineData("\"customer_id\",\"age\"\n\"1\",\"5\"\n\"2\",\"6\"")]
    [InlineData(" customer_id , age \n 1 , 5 \n 2 , 6 \n")]
    [InlineData("\n\ncustomer_id\tage\n1\t5\n2\t6\n")]
    public void Byte_order_marks_line_ends_delimiters_and_blanks_do_not_matter(string text)
    {
        _run.Load(text, Age);

        Assert.Equal(["1|5", "2|6"], _run.Rows("select customer_id, age from customers order by row_number"));
        Assert.Empty(_run.Diagnostics());
    }

    [Fact]
    public void Yes_and_no_are_read_in_all_their_spellings()
    {
        _run.Load(
            "customer_id,app,ok\n1,yes,Y\n2,NO,n\n3,True,1\n4,FALSE,0\n5,,\n6,maybe,yes\n7,yes,perhaps\n",
            new("app", ColumnRole.Boolean), new("ok", ColumnRole.Consent));

        Assert.Equal(
            ["1|True|True", "2|False|False", "3|True|True", "4|False|False", "5||", "7|True|"],
            _run.Rows("select customer_id, app, ok from customers order by row_number"));
        Assert.Equal(["7 app rejected", "8 ok repaired"], _run.Diagnostics().Select(row => $"{row.Line} {row.Column} {row.Action}"));
    }

    [Fact]
    public void Gzip_and_parquet_give_the_same_table_as_csv()
    {
        const string text = "customer_id,age,tier\n1,5,gold\n2,x,none\n3,,gold\n";
        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionMode.Compress))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        var parquet = Path.Combine(_run.Folder, "customers.parquet");
        _run.Database.Connection.Run($"copy (select * from read_csv('{_run.Write("a.csv", text)}', all_varchar = true)) to '{parquet}' (format parquet)");
        foreach (var path in new[] { _run.Write("customers.csv.gz", zipped.ToArray()), parquet, _run.Write("customers.csv", text) })
        {
            var table = _run.Database.Load(path, new SegmentationOptions { Columns = [Age, new("tier", ColumnRole.Categorical)] }).Table;

            Assert.Equal((3, 1), (table.Rows, table.Rejected));
            Assert.Equal(["1|5|gold", "3||gold"], _run.Rows("select customer_id, age, tier from customers order by row_number"));
        }
    }

    [Fact]
    public void Long_texts_are_cut_and_one_line_a_column_says_so()
    {
        var text = new string('x', 4000);
        _run.Load($"customer_id,note,age\n1,short,1\n2,{text},2\n3,{text}y,3\n", Age, new("note", ColumnRole.Categorical));

        Assert.Equal(["100", "5"], _run.Rows("select length(note) from customers group by all order by all desc"));
        Assert.Equal(
            new RowDiagnostic("customers.csv", 3, "note", "CSV024", "2 values", "at most 100 characters; the rest was cut off", "repaired"),
            Assert.Single(_run.Diagnostics()));
    }

    [Fact]
    public void Control_and_direction_characters_are_replaced_in_texts_and_reject_ids()
    {
        var table = _run.Load(
            $"customer_id,no\u202Ete,age\n1,a\u001B[31mb\u202Ec,1\n2\u001B[2J,plain,2\n3\u202E4,plain,3\n{new string('5', 101)},plain,4\n6,plain,5\u001B\n",
            Age, new("no te", ColumnRole.Categorical)).Table;

        Assert.Equal((5, 1), (table.Rows, table.Loaded));
        Assert.Equal(["1|a [31mb c"], _run.Rows("select customer_id, \"no te\" from customers"));
        Assert.Equal(
            ["2 CSV025 1 value", "3 CSV023 (not shown)", "4 CSV023 (not shown)", "5 CSV023 (not shown)", "6 CSV011 5"],
            _run.Diagnostics().OrderBy(row => row.Line).Select(row => $"{row.Line} {row.Code} {row.Value}"));
    }

    [Fact]
    public void Odd_column_names_work_and_names_of_ours_are_stored_under_another()
    {
        var result = _run.Load(
            "customer_id,unit,select,größe in \"cm\",row_number\n1,box,a,180,7\n2,bag,b,170,8\n",
            new("unit", ColumnRole.Categorical), new("select", ColumnRole.Categorical), new("größe in \"cm\"", ColumnRole.Numeric), new("row_number", ColumnRole.Numeric));

        Assert.Equal(["customer_id", "unit_in_file", "select", "größe in \"cm\"", "row_number_in_file"], result.Table.Columns.Select(column => column.Column));
        Assert.Equal(
            ["1|box|a|180|7", "2|bag|b|170|8"],
            _run.Rows(""""select customer_id, unit_in_file, "select", "größe in ""cm""", row_number_in_file from customers order by row_number""""));
        Assert.Contains(result.Notes, note => note.Contains("unit_in_file", StringComparison.Ordinal));
    }

    [Fact]
    [Requirement("NFR-7")]
    public void Values_that_may_be_personal_are_not_shown_in_diagnostics()
    {
        _run.Load(
            $"customer_id,email,age\nann@mail.example,ann@mail.example,1\n2,b@mail.example,carl@mail.example\n3,c@mail.example,{new string('9', 60)}x\n4,,4\n", Age);

        Assert.Equal(["(redacted)", "(redacted)", new string('9', 40)], _run.Diagnostics().Select(row => row.Value));
        Assert.Equal(["4"], _run.Rows("select customer_id from customers"));
    }

    [Fact]
    [Requirement("NFR-7")]
    public void No_personal_value_reaches_the_database_file_or_an_exported_one()
    {
        string[] canaries = ["canary.bird@secret.example", "canary.bad@@secret", "Zeisigkanarienvogel", "+49-555-0188-7766", "Feather Lane 99"];
        var rows = string.Concat(Enumerable.Range(1, 3000).Select(i =>
            $"{i},{(i % 7 == 0 ? canaries[1] : $"{i}.{canaries[0]}")},{canaries[2]},{canaries[3]},{(i % 50 == 0 ? canaries[0] : "5")},{canaries[4]}\n"));
        _run.Load($"customer_id,email,first_name,phone,age,home_address\n{rows}", Age);
        _run.Database.Export(_run.Folder);
        File.Delete(Path.Combine(_run.Folder, "customers.csv"));
        _run.Database.Connection.Run("checkpoint");
        _run.Database.Dispose();

        foreach (var file in Directory.EnumerateFiles(_run.Folder))
        {
            var bytes = Encoding.Latin1.GetString(File.ReadAllBytes(file));
            Assert.All(canaries, canary => Assert.DoesNotContain(canary, bytes, StringComparison.Ordinal));
        }

        Assert.True(new FileInfo(_run.DatabasePath).Length > 100_000);
    }

    [Fact]
    [Requirement("NFR-7")]
    public void Addresses_in_columns_that_are_not_personal_are_emptied()
    {
        _run.Load("customer_id,tier\n1,gold\n2,ask ann@mail.example\n3,gold @ heart\n", new ColumnOptions("tier", ColumnRole.Categorical));

        Assert.Equal(["1|gold", "2|", "3|gold @ heart"], _run.Rows("select customer_id, tier from customers order by row_number"));
        Assert.Equal(("CSV018", "(redacted)", "repaired"), (_run.Diagnostics()[0].Code, _run.Diagnostics()[0].Value, _run.Diagnostics()[0].Action));
    }

    [Fact]
    public void Columns_may_have_the_names_of_other_tables_of_ours()
    {
        _run.Load(
            "customer_id,address_sha256,is_valid,arm,segment_id,event\n1,a,b,x,2,yes\n",
            new("address_sha256", ColumnRole.Categorical), new("is_valid", ColumnRole.Categorical), new("arm", ColumnRole.Categorical),
            new("segment_id", ColumnRole.Numeric), new("event", ColumnRole.Boolean));

        Assert.Equal(["a|b|x|2|True"], _run.Rows("select address_sha256, is_valid, arm, segment_id, event from customers"));
    }

    [Fact]
    public void Equal_inputs_give_equal_tables()
    {
        var text = "customer_id,email,age\n" + string.Concat(Enumerable.Range(1, 5000).Select(i => $"c{i},u{i}@mail.example,{i % 90}\n"));
        using var other = new TestRun();
        _run.Load(text, Age);
        other.Load(text, Age);

        Assert.Equal(_run.Rows("select * from customers order by row_number"), other.Rows("select * from customers order by row_number"));
        Assert.Equal(5000, _run.Rows("select distinct address_key from customers where address_key = unit").Count);
    }

    [Fact]
    public void Addresses_are_compared_without_case_blanks_and_unicode_form()
    {
        _run.Load("customer_id,email\n1, Jörg@Mail.example \n2,jo\u0308rg@mail.EXAMPLE\n3,other@mail.example\n");

        Assert.Equal(2, _run.Rows("select distinct address_key from customers").Count);
        Assert.All(_run.Rows("select address_key from customers"), key => Assert.Matches("^[0-9a-f]{64}$", key));
    }
}
