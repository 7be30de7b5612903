using System.IO.Compression;

namespace SkOrchestrator.Data.Events.Reading;

/// <summary>
/// The bytes of a gzip file with one member more behind them, which holds a mark. The decompressor takes a cut-off file for a short one;
/// here the mark comes out unchanged only when the last member of the file itself is whole. It works for several members and without seeking.
/// </summary>
internal sealed class GzipSource(Stream file) : Stream
{
    private int _position;

    /// <summary>What the member at the end unpacks to.</summary>
    public static ReadOnlySpan<byte> Mark => "this is the end of the file"u8;

    /// <summary>Whether the file's own bytes are used up; what the decompressor gives from then on comes from the mark.</summary>
    public bool IsAtEnd { get; private set; }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    private static byte[] LastMember { get; } = Pack();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        var read = IsAtEnd ? 0 : file.Read(buffer);
        if (read > 0 || buffer.Length == 0)
        {
            return read;
        }

        IsAtEnd = true;
        read = Math.Min(buffer.Length, LastMember.Length - _position);
        LastMember.AsSpan(_position, read).CopyTo(buffer);
        _position += read;
        return read;
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private static byte[] Pack()
    {
        using var bytes = new MemoryStream();
        using (var zip = new GZipStream(bytes, CompressionLevel.Optimal, leaveOpen: true))
        {
            zip.Write(Mark);
        }

        return bytes.ToArray();
    }
}
