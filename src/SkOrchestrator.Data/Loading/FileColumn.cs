using SkOrchestrator.Configuration;

namespace SkOrchestrator.Data.Loading;

/// <summary>One column of the customer file.</summary>
/// <param name="Index">Its place in the file, counted from 0.</param>
/// <param name="Name">Its name in the file.</param>
/// <param name="TableName">Its name in the tables; another one only where ours would collide.</param>
/// <param name="Options">What it is for, or null while that is not known yet.</param>
internal sealed record FileColumn(int Index, string Name, string TableName, ColumnOptions? Options)
{
    /// <summary>Whether nobody described it, so that its role is a guess.</summary>
    public bool IsInferred { get; init; }

    /// <summary>Whether the values are read at all: personal values stay in the file.</summary>
    public bool IsStaged(string? armColumn) =>
        Options?.Role is not (ColumnRole.Personal or ColumnRole.Ignore) || Name == armColumn;
}
