using System.Buffers.Binary;
using System.IO.Compression;

namespace SkOrchestrator.Data.Events.Reading;

/// <summary>The bytes of an event file, unpacked if it is compressed. A compressed file that is cut off ends early and is marked as cut.</summary>
internal sealed class EventStream : Stream
{
    private readonly FileStream _file;
    private readonly Stream _bytes;
    private readonly bool _isCompressed;
    private readonly byte[] _head = new byte[1 << 12];
    private int _headPosition;
    private int _headEnd;
    private uint _length;

    private EventStream(FileStream file, bool isCompressed)
    {
        (_file, _isCompressed) = (file, isCompressed);
        _bytes = isCompressed ? new GZipStream(file, CompressionMode.Decompress, leaveOpen: true) : file;
    }

    /// <summary>Whether the compressed file ended before its content did; known at the end.</summary>
    public bool IsCut { get; private set; }

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

    public static EventStream Open(string path)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        Span<byte> head = stackalloc byte[2];
        var isCompressed = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && head.SequenceEqual<byte>([0x1F, 0x8B]);
        file.Position = 0;
        return new EventStream(file, isCompressed);
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <summary>The first byte that is no blank and no byte order mark, without using it up; null at the end.</summary>
    public byte? PeekText()
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        _headEnd = ReadAtLeast(_head, mark.Length, throwOnEndOfStream: false);
        _headPosition = _head.AsSpan(0, _headEnd).StartsWith(mark) ? mark.Length : 0;
        for (var place = _headPosition; place < _headEnd; place++)
        {
            if (_head[place] is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
            {
                return _head[place];
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (_headPosition < _headEnd)
        {
            var count = Math.Min(buffer.Length, _headEnd - _headPosition);
            _head.AsSpan(_headPosition, count).CopyTo(buffer);
            _headPosition += count;
            return count;
        }

        int read;
        try
        {
            read = _bytes.Read(buffer);
        }
        catch (InvalidDataException)
        {
            IsCut = true;
            return 0;
        }

        _length = unchecked(_length + (uint)read);
        if (read == 0 && buffer.Length > 0 && _isCompressed)
        {
            IsCut |= ExpectedLength() != _length;
        }

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

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _bytes.Dispose();
            _file.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>The last four bytes of a gzip file say how long its content is; the decompressor takes a cut-off file for a short one.</summary>
    private uint ExpectedLength()
    {
        var tail = new byte[sizeof(uint)];
        using var file = new FileStream(_file.Name, FileMode.Open, FileAccess.Read, FileShare.Read);
        file.Seek(-Math.Min(tail.Length, file.Length), SeekOrigin.End);
        file.ReadAtLeast(tail, tail.Length, throwOnEndOfStream: false);
        return BinaryPrimitives.ReadUInt32LittleEndian(tail);
    }
}
