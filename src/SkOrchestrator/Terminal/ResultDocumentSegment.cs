using SkOrchestrator.Identity;
using SkOrchestrator.Messages;

namespace SkOrchestrator.Terminal;

/// <summary>A segment in what <c>run --json</c> prints.</summary>
internal sealed record ResultDocumentSegment(string SegmentId, string Label, long Size, int Approved, int Blocked, int Failed)
{
    public static ResultDocumentSegment Of(IReadOnlyList<MessageVariant> variants, SegmentId id, string label, long size)
    {
        var own = variants.Where(v => v.SegmentId == id).CountBy(v => v.Status).ToDictionary();
        return new ResultDocumentSegment(
            id.Value,
            label,
            size,
            own.GetValueOrDefault(VariantStatus.Approved),
            own.GetValueOrDefault(VariantStatus.Blocked),
            own.GetValueOrDefault(VariantStatus.Failed));
    }
}
