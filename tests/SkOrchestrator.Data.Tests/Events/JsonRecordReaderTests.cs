using System.Text;
using SkOrchestrator.Data.Events.Reading;

namespace SkOrchestrator.Data.Tests.Events;

public sealed class JsonRecordReaderTests
{
    private const string One = """{"a":"x } ] \" { [","b":[1,{"c":2}]}""";
    private const string Two = """{ "items" : 7 }""";

    [Theory]
    [InlineData("[ONE,TWO]")]
    [InlineData("ONE\nTWO\n")]
    [InlineData("ONETWO")]
    [InlineData("[ONE]\r\n[TWO]")]
    [InlineData("{ \"items\" : [ONE,\n TWO ], \"paging\": {\"a\": [1, \"]\"]} }")]
    [InlineData("[[ONE],[],[TWO]]")]
    public void Records_come_out_of_every_container_whatever_the_portions(string shape)
    {
        var text = Encoding.UTF8.GetBytes(shape.Replace("ONE", One, StringComparison.Ordinal).Replace("TWO", Two, StringComparison.Ordinal));

        Assert.Equal([One, Two, "End"], Read(new MemoryStream(text)));
        Assert.Equal([One, Two, "End"], Read(new OneByteStream(text)));
    }

    [Fact]
    public void A_list_cut_anywhere_keeps_its_whole_records_and_says_that_it_was_cut()
    {
        var text = Encoding.UTF8.GetBytes($"[{One},\n{Two}]");
        for (var length = 1; length < text.Length; length++)
        {
            var whole = length <= One.Length ? 0 : length <= One.Length + 2 + Two.Length ? 1 : 2;
            Assert.Equal([.. new[] { One, Two }[..whole], "Cut"], Read(new MemoryStream(text[..length])));
        }
    }

    [Fact]
    public void A_record_longer_than_any_event_is_given_up_and_the_next_line_is_read()
    {
        var text = "{\"a\":\"" + new string('x', 3 << 20) + "\n" + Two;

        Assert.Equal(["Broken", Two, "End"], Read(new MemoryStream(Encoding.UTF8.GetBytes(text))).Where((item, index) => index == 0 || item != "Broken"));
    }

    [Fact]
    public void Lines_and_bytes_are_counted_from_one()
    {
        var reader = new JsonRecordReader(new MemoryStream(Encoding.UTF8.GetBytes($"[\n  {Two},\n\n{Two} , {Two}]")));
        var places = new List<(long, int)>();
        while (reader.Read() == RecordState.Whole)
        {
            places.Add((reader.Line, reader.Column));
        }

        Assert.Equal([(2, 3), (4, 1), (4, Two.Length + 4)], places);
    }

    private static IReadOnlyList<string> Read(Stream stream)
    {
        var reader = new JsonRecordReader(stream);
        var found = new List<string>();
        RecordState state;
        do
        {
            state = reader.Read();
            found.Add(state == RecordState.Whole ? Encoding.UTF8.GetString(reader.Record.Span) : state.ToString());
        }
        while (state is not (RecordState.End or RecordState.Cut));

        return found;
    }

    private sealed class OneByteStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 1));
    }
}
