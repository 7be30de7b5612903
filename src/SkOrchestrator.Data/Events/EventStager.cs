using DuckDB.NET.Data;
using SkOrchestrator.Data.Events.Reading;

namespace SkOrchestrator.Data.Events;

/// <summary>Brings one file's events into the database, a portion at a time, so that addresses of a portion only are held at once.</summary>
internal sealed class EventStager(DuckDBConnection connection, string addressKey, string runId, EventRules rules)
{
    private const int Portion = 100_000;

    public void Stage(IEventReader reader, EventTally tally)
    {
        using var records = reader.Read().GetEnumerator();
        var isAtEnd = false;
        while (!isAtEnd)
        {
            using (var appender = connection.CreateAppender("incoming"))
            {
                var staged = 0;
                while (staged < Portion && !(isAtEnd = !records.MoveNext()))
                {
                    staged += Append(appender, records.Current, reader.Format!, tally) ? 1 : 0;
                }
            }

            connection.Run(SqlScript.Read("match_events.sql"), ("key", addressKey), ("run", runId));
        }
    }

    /// <summary>Whether the event goes into the database; the others are counted here.</summary>
    private bool Append(DuckDBAppender appender, EventRecord record, string format, EventTally tally)
    {
        var item = record.Event;
        tally.FirstLine = tally.Records == 0 ? record.Line : tally.FirstLine;
        tally.Records++;
        if (item.BrokenField is null && item.Name is null)
        {
            EventTally.Add(tally.Unknown, Harmless.Type(item.RawType));
            return false;
        }

        if (item.BrokenField is null && !EventName.Kept.Contains(item.Name!))
        {
            EventTally.Add(tally.Unused, item.Name!);
            return false;
        }

        if (!IsUsable(item, record.Line, tally))
        {
            tally.Unusable++;
            return false;
        }

        appender.CreateRow()
            .AppendValue(tally.Number)
            .AppendValue(tally.Records)
            .AppendValue(item.Name)
            .AppendValue(item.At)
            .AppendValue(Address(item.Recipient))
            .AppendValue(item.RecipientKey)
            .AppendValue(item.Message?.Trim())
            .AppendValue(item.Customer?.Trim())
            .AppendValue(Source(item.Source) ?? format)
            .AppendValue(item.Value)
            .AppendValue(item.Value is null ? null : Harmless.Currency(item.Currency))
            .AppendValue(EventLink.Cut(item.Url))
            .AppendValue(item.Url)
            .AppendValue(item.EventId)
            .AppendValue(item.IsMachine
                || (item.Name == EventName.Opened && MachineAgent.Opens(item.Agent)) || (item.Name == EventName.Clicked && MachineAgent.Clicks(item.Agent)))
            .AppendValue(item.IsHard)
            .AppendValue(item.IsShared)
            .AppendValue(item.Name == EventName.Clicked && EventLink.IsOn(item.Url, rules.UnsubscribeUrl))
            .EndRow();
        return true;
    }

    private static bool IsUsable(ProviderEvent item, long line, EventTally tally)
    {
        if (item.BrokenField is { } field)
        {
            tally.Problems.BadField(line, field, item.Found, item.Expected ?? string.Empty);
        }
        else if (item.At is null)
        {
            tally.Problems.BadTime(line, item.RawTime);
        }
        else if (string.IsNullOrWhiteSpace(item.Recipient ?? item.RecipientKey ?? item.Message ?? item.Customer))
        {
            tally.Problems.NoRecipient(line);
        }
        else
        {
            return true;
        }

        return false;
    }

    /// <summary>The address alone, where a name stands before it.</summary>
    private static string? Address(string? recipient)
    {
        var start = recipient?.LastIndexOf('<') ?? -1;
        var end = recipient?.LastIndexOf('>') ?? -1;
        return start >= 0 && end > start ? recipient![(start + 1)..end].Trim() : recipient?.Trim();
    }

    private static string? Source(string? text) =>
        text is { Length: > 0 and <= 20 } && text.All(letter => char.IsAsciiLetterLower(letter) || letter is '_' or '-') ? text : null;
}
