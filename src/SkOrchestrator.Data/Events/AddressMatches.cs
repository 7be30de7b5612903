using DuckDB.NET.Data;

namespace SkOrchestrator.Data.Events;

/// <summary>How well the addresses of event files fit those of the run.</summary>
/// <param name="Seen">Events with an address.</param>
/// <param name="Known">Those whose address is in the run.</param>
/// <param name="Stored">Addresses the run has.</param>
/// <param name="Lost">Events with an address that belong to nobody.</param>
internal sealed record AddressMatches(long Seen, long Known, long Stored, long Lost)
{
    /// <summary>Whether the addresses were most likely hashed with another key: there are some on both sides and none fits.</summary>
    public bool KeyIsAnother => Seen > 0 && Known == 0 && Stored > 0 && Lost > 0;

    public static AddressMatches Read(DuckDBConnection connection, int firstFile) => connection.Query(
        """
        select
            coalesce(sum(with_address), 0)::bigint, coalesce(sum(known_address), 0)::bigint, (select count(*) from addresses),
            coalesce(sum(with_address) filter (where disposition = 'unmatched'), 0)::bigint
        from tallies where file >= $first_file
        """,
        row => new AddressMatches(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3)),
        ("first_file", firstFile))[0];
}
