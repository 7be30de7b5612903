using Microsoft.SemanticKernel;

namespace SkOrchestrator.Agents.Invocation;

/// <summary>Tells the filters which conversation a function call belongs to; travels in <see cref="Kernel.Data"/> of a cloned kernel.</summary>
internal sealed class CallContext
{
    private const string Key = "sko.call";

    /// <summary>The segment; null outside of a conversation.</summary>
    public string? SegmentId { get; init; }

    /// <summary>The variant that is written or judged.</summary>
    public string? VariantId { get; init; }

    /// <summary>Set by the render filter.</summary>
    public string? RenderedPrompt { get; set; }

    /// <summary>The context of a kernel; an empty one when it has none.</summary>
    public static CallContext Of(Kernel kernel) => kernel.Data.TryGetValue(Key, out var value) && value is CallContext context ? context : new CallContext();

    /// <summary>A clone of the kernel with this context.</summary>
    public Kernel Apply(Kernel kernel)
    {
        var clone = kernel.Clone();
        clone.Data[Key] = this;
        return clone;
    }
}
