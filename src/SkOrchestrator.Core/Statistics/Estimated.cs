using System.Diagnostics.CodeAnalysis;

namespace SkOrchestrator.Statistics;

/// <summary>A full estimate, or the reason why there is none. There are no numbers in the second case, so nobody can read a made-up one.</summary>
/// <typeparam name="T">The estimate.</typeparam>
internal sealed class Estimated<T>
    where T : class
{
    private readonly T? _value;
    private readonly string? _reason;

    private Estimated(T? value, string? reason)
    {
        _value = value;
        _reason = reason;
    }

    public static implicit operator Estimated<T>(T value) => new(value, null);

    public static implicit operator Estimated<T>(NotEstimable missing) => new(null, missing.Reason);

    /// <summary>Gives the estimate, or else the reason.</summary>
    public bool TryGet([NotNullWhen(true)] out T? estimate, [NotNullWhen(false)] out string? whyNot)
    {
        estimate = _value;
        whyNot = _reason;
        return _value is not null;
    }

    /// <summary>The estimate, or null.</summary>
    public T? OrNull() => _value;

    /// <summary>The reason, or null when there is an estimate.</summary>
    public string? WhyNot => _reason;
}
