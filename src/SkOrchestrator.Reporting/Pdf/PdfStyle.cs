using SkiaSharp;

namespace SkOrchestrator.Reporting.Pdf;

/// <summary>Measures and colours of the PDF, in points (1/72 inch).</summary>
internal static class PdfStyle
{
    /// <summary>A4.</summary>
    public const float PageWidth = 595, PageHeight = 842;

    /// <summary>Margins; the header stands in the top one, the page number in the bottom one.</summary>
    public const float Left = 42, Right = 42, Top = 62, Bottom = 54;

    public const float ContentWidth = PageWidth - Left - Right;

    public static readonly SKColor Ink = new(0x1F, 0x29, 0x33);
    public static readonly SKColor Quiet = new(0x5F, 0x6B, 0x76);
    public static readonly SKColor Line = new(0xD9, 0xDE, 0xE3);
    public static readonly SKColor Soft = new(0xF5, 0xF7, 0xF9);
    public static readonly SKColor Accent = new(0x00, 0x72, 0xB2);
    public static readonly SKColor Warning = new(0xD5, 0x5E, 0x00);
    public static readonly SKColor Problem = new(0xB4, 0x23, 0x18);
    public static readonly SKColor Good = new(0x00, 0x9E, 0x73);
}
