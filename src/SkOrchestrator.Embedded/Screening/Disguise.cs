using System.Collections.Frozen;

namespace SkOrchestrator.Embedded.Screening;

/// <summary>Letters and signs that are used to hide a word from a word list.</summary>
internal static class Disguise
{
    // Cyrillic, Greek, Armenian and phonetic letters that look like Latin ones, lower case
    private static readonly FrozenDictionary<char, char> Lookalikes = Pairs(
        "аaеeоoрpсcуyхxіiјjѕsкkмmтtнhвbԁdһhԛqԝwոnսuαaοoνvιiκkρpτtυuεeηnχxγyωwıiɡgɑaʟlɪiʀrɴnℓlᴀaᴇeᴏoᴋkᴛtᴜuᴅdᴍmᴄcᴘpᴊjᴠvᴡwᴢz");

    private static readonly FrozenDictionary<char, char> Signs = Pairs("0o1i3e4a5s6g7t8b9g@a$s!i|l+t€e");

    /// <summary>The Latin letter that a letter looks like, or the letter itself.</summary>
    public static char Unmask(char letter) => Lookalikes.GetValueOrDefault(letter, letter);

    /// <summary>Whether a digit or sign is used in the place of a letter.</summary>
    public static bool IsSign(char sign) => Signs.ContainsKey(sign);

    /// <summary>A word with its digits and signs read as letters; 1 and ! are read as <paramref name="one"/>.</summary>
    public static string ReadSigns(string word, char one) =>
        string.Concat(word.Select(c => c is '1' or '!' or '|' ? one : Signs.GetValueOrDefault(c, c)));

    private static FrozenDictionary<char, char> Pairs(string pairs) =>
        Enumerable.Range(0, pairs.Length / 2).ToFrozenDictionary(i => pairs[2 * i], i => pairs[(2 * i) + 1]);
}
