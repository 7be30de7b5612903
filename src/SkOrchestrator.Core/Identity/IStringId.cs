namespace SkOrchestrator.Identity;

/// <summary>An id that is a short text; each kind of id is a type of its own, so that they can't be mixed up.</summary>
/// <typeparam name="TSelf">The id type.</typeparam>
public interface IStringId<TSelf>
    where TSelf : struct, IStringId<TSelf>
{
    /// <summary>The text of the id.</summary>
    string Value { get; }

    /// <summary>Makes the id of a text.</summary>
    static abstract TSelf From(string value);
}
