using SkiaSharp;

namespace SkOrchestrator.Reporting.Pdf;

/// <summary>
/// Collects what stands on each page before anything is drawn, so that the number of pages is known when the first one is.
/// <c>Y</c> runs from the top of the page; a block asks for room first and then draws at <c>Y</c>.
/// </summary>
/// <param name="extra">How much higher than usual a page is, in points; negative for lower ones.</param>
internal sealed class PdfPages(float extra = 0)
{
    private readonly List<List<Action<SKCanvas>>> _pages = [[]];

    /// <summary>Where the next block starts.</summary>
    public float Y { get; private set; } = PdfStyle.Top;

    /// <summary>The lowest point that a block may reach.</summary>
    public float Floor { get; } = PdfStyle.PageHeight - PdfStyle.Bottom + extra;

    public int Count => _pages.Count;

    public float Room => Floor - Y;

    public bool IsAtTop => Y <= PdfStyle.Top;

    /// <summary>Starts a new page unless <paramref name="height"/> fits on this one.</summary>
    public void Require(float height)
    {
        if (!IsAtTop && height > Room)
        {
            Break();
        }
    }

    public void Break()
    {
        _pages.Add([]);
        Y = PdfStyle.Top;
    }

    public void Skip(float height) => Y = Math.Min(Y + height, Floor);

    /// <summary>Draws on the current page.</summary>
    public void Draw(Action<SKCanvas> action) => _pages[^1].Add(action);

    /// <summary>Draws everything that was collected for a page, counted from 0.</summary>
    public void Replay(int page, SKCanvas canvas)
    {
        foreach (var action in _pages[page])
        {
            action(canvas);
        }
    }
}
