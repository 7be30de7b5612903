using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Text.Unicode;
using SkOrchestrator.Diagnostics;

namespace SkOrchestrator.Data.Loading;

/// <summary>Tells what kind of file is at hand and opens it as text.</summary>
internal static class InputFile
{
    private static readonly string[] TextExtensions = [".csv", ".tsv", ".txt", ".gz", ".parquet", ""];

    /// <summary>The format, by the first bytes and then by the extension.</summary>
    /// <exception cref="InvalidInputException">The file is missing, empty or of another kind.</exception>
    public static InputFormat Detect(string path)
    {
        if (!File.Exists(path))
        {
            throw InputProblem.MissingFile(path);
        }

        Span<byte> head = stackalloc byte[4];
        int length;
        using (var stream = File.OpenRead(path))
        {
            length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        }

        head = head[..length];
        if (head.SequenceEqual("PAR1"u8))
        {
            return InputFormat.Parquet;
        }

        if (head.StartsWith<byte>([0x1F, 0x8B]))
        {
            return InputFormat.GzippedCsv;
        }

        if (length == 0)
        {
            throw InputProblem.EmptyFile(path);
        }

        if (head.StartsWith<byte>([0xFF, 0xFE]) || head.StartsWith<byte>([0xFE, 0xFF]))
        {
            throw InputProblem.NotUtf8(path, 1);
        }

        var extension = Path.GetExtension(path).ToLowerInvariant();
        if (extension is ".parquet" or ".gz")
        {
            throw InputProblem.OtherContent(path, extension == ".gz" ? "gzip" : "Parquet");
        }

        return head.IndexOf((byte)0) >= 0 || !TextExtensions.Contains(extension)
            ? throw InputProblem.UnsupportedType(path)
            : InputFormat.Csv;
    }

    /// <summary>Opens a text file; bytes that are not UTF-8 throw <see cref="DecoderFallbackException"/> while reading.</summary>
    public static TextReader OpenText(string path, InputFormat format)
    {
        if (format == InputFormat.GzippedCsv)
        {
            RequireWholeGzip(path);
        }

        var reader = new StreamReader(OpenBytes(path, format), new UTF8Encoding(false, throwOnInvalidBytes: true), false, 1 << 16);
        if (reader.Peek() == '\uFEFF')
        {
            reader.Read();
        }

        return reader;
    }

    /// <summary>The first physical line that is not UTF-8.</summary>
    public static long FirstLineThatIsNotUtf8(string path, InputFormat format)
    {
        using var reader = new StreamReader(OpenBytes(path, format), Encoding.Latin1, false);
        var line = 1L;
        while (reader.ReadLine() is { } text && Utf8.IsValid(Encoding.Latin1.GetBytes(text)))
        {
            line++;
        }

        return line;
    }

    /// <summary>The decompressor takes a cut-off file for a short one, so the length it should have (its last four bytes) is compared first.</summary>
    private static void RequireWholeGzip(string path)
    {
        using var file = File.OpenRead(path);
        using var text = new GZipStream(file, CompressionMode.Decompress, leaveOpen: true);
        var buffer = new byte[1 << 16];
        var length = 0u;
        for (var read = text.Read(buffer); read > 0; read = text.Read(buffer))
        {
            length = unchecked(length + (uint)read);
        }

        var expected = new byte[sizeof(uint)];
        file.Seek(-Math.Min(expected.Length, file.Length), SeekOrigin.End);
        file.ReadAtLeast(expected, expected.Length, throwOnEndOfStream: false);
        if (BinaryPrimitives.ReadUInt32LittleEndian(expected) != length)
        {
            throw new InvalidDataException("the compressed file is cut off");
        }
    }

    private static Stream OpenBytes(string path, InputFormat format)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        return format == InputFormat.GzippedCsv ? new GZipStream(file, CompressionMode.Decompress) : file;
    }
}
