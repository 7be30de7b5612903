using SkOrchestrator.Data.Loading;

namespace SkOrchestrator.Data.Tests.Loading;

public sealed class CsvRecordReaderTests
{
    [Fact]
    public void What_was_written_is_read_again_with_the_lines_it_stands_on()
    {
        var random = new Random(7);
        string[] pieces = ["a", "ü", ",", "\"", "\n", " ", "'", "1"];
        for (var round = 0; round < 300; round++)
        {
            var records = Enumerable.Range(0, random.Next(1, 8)).Select(_ => Enumerable.Range(0, 3)
                .Select(_ => "x" + string.Concat(Enumerable.Range(0, random.Next(4)).Select(_ => pieces[random.Next(pieces.Length)]))).ToArray()).ToList();
            var text = string.Concat(records.Select(fields => string.Join(',', fields.Select(Write)) + "\n"));
            var reader = new CsvRecordReader(new StringReader(text), ',');
            var line = 1L;
            foreach (var record in records)
            {
                Assert.True(reader.Read());
                Assert.False(reader.IsBroken);
                Assert.Equal(record, reader.Fields);
                Assert.Equal(line, reader.Line);
                line += 1 + record.Sum(field => field.Count(letter => letter == '\n'));
            }

            Assert.False(reader.Read());
        }

        string Write(string field) =>
            field.AsSpan().ContainsAny(",\"\n") || random.Next(2) == 0 ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
    }

    [Fact]
    public void A_quote_that_is_never_closed_costs_its_line_only()
    {
        var reader = new CsvRecordReader(new StringReader("1,\"open\n2,b\n3,\"c\nc\"\n\n4,d"), ',');
        var seen = new List<string>();
        while (reader.Read())
        {
            seen.Add(reader.IsBroken ? $"{reader.Line}: broken" : $"{reader.Line}: {string.Join('|', reader.Fields)}");
        }

        Assert.Equal(["1: broken", "2: 2|b", "3: 3|c\nc", "6: 4|d"], seen);
    }

    [Theory]
    [InlineData("a,", "a|")]
    [InlineData(",a", "|a")]
    [InlineData("\"a\",", "a|")]
    [InlineData("\"\",\"\"", "|")]
    [InlineData("a \"b\",c", "a \"b\"|c")]
    public void Empty_fields_and_quotes_inside_a_field_are_kept(string text, string fields)
    {
        var reader = new CsvRecordReader(new StringReader(text), ',');

        Assert.True(reader.Read());
        Assert.Equal(fields, string.Join('|', reader.Fields));
    }
}
