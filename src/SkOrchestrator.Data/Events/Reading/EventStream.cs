using System.IO.Compression;

namespace SkOrchestrator.Data.Events.Reading;

/// <summary>
/// The bytes of a file or a pipe, unpacked if they are compressed, read once from the first to the last. A compressed file that is cut off or
/// damaged ends early and is marked so.
/// </summary>
internal sealed class EventStream : Stream
{
    private readonly FileStream _file;
    private readonly GzipSource? _source;
    private readonly Stream _bytes;
    private readonly byte[] _head = new byte[1 << 12];
    private int _headPosition;
    private int _headEnd;
    private bool _hasEnded;

    private EventStream(FileStream file)
    {
        _file = file;
        var start = new byte[2];
        var length = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        var whole = new PrefixedStream(start[..length], file);
        _source = start is [0x1F, 0x8B] ? new GzipSource(whole) : null;
        _bytes = _source is null ? whole : new GZipStream(_source, CompressionMode.Decompress);
    }

    /// <summary>Whether the file is compressed.</summary>
    public bool IsCompressed => _source is not null;

    /// <summary>Whether the compressed file ended before its content did; known at the end.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Whether the compressed file holds bytes that can't be unpacked; known at the end.</summary>
    public bool IsDamaged { get; private set; }

    /// <summary>The encoding where it is none that can be read; null for UTF-8. Known after <see cref="PeekText"/>.</summary>
    public string? OtherEncoding { get; private set; }

    /// <summary>Whether the file is a table in Parquet. Known after <see cref="PeekText"/>.</summary>
    public bool IsParquet => _head.AsSpan(0, _headEnd).StartsWith("PAR1"u8);

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
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16);
        try
        {
            return new EventStream(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>The first byte that is no blank and no byte order mark, without using it up; null at the end.</summary>
    public byte? PeekText()
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        _headEnd = ReadAtLeast(_head, sizeof(int), throwOnEndOfStream: false);
        var head = _head.AsSpan(0, _headEnd);
        _headPosition = head.StartsWith(mark) ? mark.Length : 0;
        OtherEncoding = head.Length < 2 ? null
            : head.StartsWith<byte>([0xFF, 0xFE]) || head[1] == 0 ? "UTF-16 (little endian)"
            : head.StartsWith<byte>([0xFE, 0xFF]) || head[0] == 0 ? "UTF-16 (big endian)"
            : null;
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
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

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

        if (_hasEnded || buffer.Length == 0)
        {
            return 0;
        }

        var read = Unpack(buffer);
        if (_source?.IsAtEnd == true)
        {
            IsCut = !IsMark(buffer[..Math.Max(read, 0)], read);
        }
        else if (read > 0)
        {
            return read;
        }
        else
        {
            IsDamaged = read < 0;
        }

        _hasEnded = true;
        return 0;
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

    /// <summary>Bytes read, 0 at the end, -1 where they can't be unpacked.</summary>
    private int Unpack(Span<byte> buffer)
    {
        try
        {
            return _bytes.Read(buffer);
        }
        catch (InvalidDataException)
        {
            return -1;
        }
    }

    /// <summary>Whether what comes behind the last byte of the file is the mark and nothing else.</summary>
    private bool IsMark(ReadOnlySpan<byte> first, int read)
    {
        var rest = new byte[GzipSource.Mark.Length + 1];
        if (read < 0 || first.Length > GzipSource.Mark.Length)
        {
            return false;
        }

        first.CopyTo(rest);
        var length = first.Length;
        while (read > 0 && length < rest.Length)
        {
            read = Unpack(rest.AsSpan(length));
            length += Math.Max(read, 0);
        }

        return read == 0 && rest.AsSpan(0, length).SequenceEqual(GzipSource.Mark);
    }
}
