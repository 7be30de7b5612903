using System.Security.Cryptography;
using SkOrchestrator.Content;
using SkOrchestrator.Data.Content;
using SkOrchestrator.Data.Tests.Configuration;
using SkOrchestrator.Diagnostics;

namespace SkOrchestrator.Data.Tests.Content;

[Requirement("2.1")]
public class ContentReaderTests
{
    [Fact]
    public void Everything_the_front_matter_says_is_read()
    {
        using var folder = new ContentFolder(isEmpty: true);
        folder.Write("sub/one.md",
            """
            ---
            id: DOC-007
            title: Loyalty Points Explained
            category: Loyalty
            audience: [members]
            approval_date: 2026-09-01
            approved_by: compliance
            valid_from: 2026-09-02
            expires_on: 2027-01-31
            countries: [gb]
            languages: en
            cta_url: https://alderandwren.example/points
            legal_text: One use.
            offer: { percent: 10, minimum: 50, currency: EUR, code: POINTS10, valid_until: 2027-01-15 }
            status: approved
            keywords: [points, rewards]
            ---
            ## How points are earned
            Members earn one point.
            """);

        var document = Assert.Single(folder.Read().Documents);

        Assert.Equal(("DOC-007", "Loyalty Points Explained", "loyalty"), (document.Id.Value, document.Title, document.Category));
        Assert.Equal(new DateOnly(2026, 9, 1), document.ApprovalDate);
        Assert.Equal((new DateOnly(2026, 9, 2), new DateOnly(2027, 1, 31)), (document.ValidFrom, document.ExpiresOn));
        Assert.Equal(["members", "GB", "en"], [.. document.Audience, .. document.Countries, .. document.Languages]);
        Assert.Equal(["points", "rewards"], document.Keywords);
        Assert.Equal(new Offer(10, null, 50, "EUR", "POINTS10", new DateOnly(2027, 1, 15)), document.Offer);
        Assert.Equal(("https://alderandwren.example/points", "One use.", "compliance"), (document.CtaUrl, document.LegalText, document.ApprovedBy));
        Assert.Equal("sub/one.md", document.File);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder.Path, document.File)))), document.ContentSha256);
    }

    [Fact]
    public void Documents_are_ordered_by_id_whatever_their_files_are_called()
    {
        using var folder = new ContentFolder(isEmpty: true);
        folder.Write("a.md", ContentFolder.Document("DOC-2"))
            .Write("b.md", ContentFolder.Document("DOC-1"))
            .Write("c.md", ContentFolder.Document("DOC-10"));

        Assert.Equal(["DOC-1", "DOC-10", "DOC-2"], folder.Read().Documents.Select(d => d.Id.Value));
    }

    [Fact]
    public void Missing_folder_is_refused()
    {
        var thrown = Assert.Throws<InvalidInputException>(() => ContentReader.Read(Path.Combine(Path.GetTempPath(), "no-such-content-folder")));

        Assert.Equal("CNT001", Assert.Single(thrown.Diagnostics).Code);
    }

    [Fact]
    public void Empty_folder_is_refused()
    {
        using var folder = new ContentFolder(isEmpty: true);
        folder.Write("notes.txt", "not content");

        Assert.Equal("CNT001", Assert.Single(Assert.Throws<InvalidInputException>(folder.Read).Diagnostics).Code);
    }

    [Fact]
    public void Folder_without_approved_document_is_refused_with_all_reasons()
    {
        using var folder = new ContentFolder(isEmpty: true);
        folder.Write("a.md", ContentFolder.Document("DOC-1", status: "draft")).Write("b.md", "no front matter");

        var problems = Assert.Throws<InvalidInputException>(folder.Read).Diagnostics;

        Assert.Equal(["CNT001", "CNT007"], problems.Select(p => p.Code));
    }

    [Theory]
    [InlineData("# Just text\n", "CNT007", 1)]
    [InlineData("---\nid: DOC-1\n", "CNT007", 1)]
    [InlineData("---\nid: [DOC-1\ntitle: x\n---\n## A\nText.\n", "CNT002", 2)]
    [InlineData("---\n---\n## A\nText.\n", "CNT003", 2)]
    public void File_without_readable_front_matter_is_put_aside(string text, string code, long line)
    {
        using var folder = new ContentFolder();
        folder.Write("bad.md", text);

        var note = folder.Quarantined();

        Assert.Equal(("bad.md", code, line), (note.File, note.Code, note.Line));
    }

    [Theory]
    [InlineData("id: DOC-1", "", "CNT007")]
    [InlineData("id: DOC-1", "id: DOC-1\nid: DOC-2", "CNT004")]
    [InlineData("title: Title DOC-1", "title:", "CNT007")]
    [InlineData("category: general", "", "CNT007")]
    [InlineData("status: approved", "", "CNT007")]
    [InlineData("status: approved", "status: Approved!", "CNT009")]
    [InlineData("status: approved", "status: &s approved\nkeywords: [*s]", "CNT003")]
    [InlineData("approval_date: 2025-01-20", "", "CNT007")]
    [InlineData("approval_date: 2025-01-20", "approval_date: 20.01.2025", "CNT012")]
    [InlineData("approval_date: 2025-01-20", "approval_date: 2025-02-30", "CNT012")]
    [InlineData("category: general", "category: general\nexpires_on: soon", "CNT012")]
    [InlineData("category: general", "category: general\nvalid_from: 2026-02-01\nexpires_on: 2026-01-01", "CNT010")]
    [InlineData("category: general", "category: general\nexpires: 2026-01-01", "CNT005")]
    [InlineData("category: general", "category: general\nexpries_on: 2026-01-01", "CNT005")]
    [InlineData("category: general", "category: general\ncountry: GB", "CNT005")]
    [InlineData("category: general", "category: general\ncountries: [Britain]", "CNT012")]
    [InlineData("category: general", "category: general\ncta_url: http://alderandwren.example/", "CNT012")]
    [InlineData("category: general", "category: general\noffer: 10%", "CNT006")]
    [InlineData("category: general", "category: general\noffer: { percent: 110 }", "CNT008")]
    [InlineData("category: general", "category: general\noffer: { amount: 5 }", "CNT010")]
    [InlineData("category: general", "category: general\noffer: { percent: 5, until: 2026-01-01 }", "CNT005")]
    [InlineData("category: general", "category: general\naudience: { members: true }", "CNT006")]
    [InlineData("A paragraph.", "", "CNT007")]
    public void Document_with_a_wrong_field_is_put_aside(string old, string replacement, string code)
    {
        using var folder = new ContentFolder();
        var text = ContentFolder.Document("DOC-1");
        Assert.Contains(old, text);
        folder.Write("bad.md", text.Replace(old, replacement));

        Assert.Equal(code, folder.Quarantined().Code);
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_put_aside()
    {
        using var folder = new ContentFolder();
        File.WriteAllBytes(Path.Combine(folder.Path, "bad.md"), [.. "---\n"u8, 0xc3, 0x28]);

        Assert.Equal("CNT002", folder.Quarantined().Code);
    }

    [Fact]
    public void Documents_that_share_an_id_are_all_put_aside()
    {
        using var folder = new ContentFolder();
        folder.Write("a.md", ContentFolder.Document("DOC-1")).Write("b.md", ContentFolder.Document("doc-1", status: "withdrawn"));

        var library = folder.Read();

        Assert.Equal("DOC-100", Assert.Single(library.Documents).Id.Value);
        Assert.Equal(["a.md CNT004", "b.md CNT004"], library.Diagnostics.Select(d => $"{d.File} {d.Code}"));
    }

    [Fact]
    public void Key_of_another_system_is_ignored_and_said()
    {
        using var folder = new ContentFolder(isEmpty: true);
        folder.Write("a.md", ContentFolder.Document("DOC-1", "owner: marketing"));

        var library = folder.Read();

        Assert.Single(library.Documents);
        Assert.Equal(("owner", "ignored"), (library.Diagnostics[0].Column, library.Diagnostics[0].Action));
    }

    [Fact]
    public void Brackets_in_a_title_are_repaired_and_a_comma_is_noted()
    {
        using var folder = new ContentFolder(isEmpty: true);
        folder.Write("a.md", ContentFolder.Document("DOC-1", body: "## Care, wash and wax\nText.\n").Replace("Title DOC-1", "\"Care [2025]\""));

        var library = folder.Read();

        Assert.Equal(("Care (2025)", "Care, wash and wax"), (library.Documents[0].Title, library.Documents[0].Sections[0].Title));
        Assert.Equal(["title repaired 3", "section ignored 8"], library.Diagnostics.Select(d => $"{d.Column} {d.Action} {d.Line}"));
    }

    [Fact]
    public void Markdown_nested_without_end_is_put_aside()
    {
        using var folder = new ContentFolder();
        folder.Write("bad.md", ContentFolder.Document("DOC-1", body: "## A\n" + new string('>', 20_000) + " deep\n"));

        Assert.Equal("CNT003", folder.Quarantined().Code);
    }

    [Fact]
    public void Json_document_has_a_part_for_each_block()
    {
        using var folder = new ContentFolder(isEmpty: true);
        folder.Write("a.json",
            """
            { "document_id": "DOC-9", "title": "Care", "category": "support", "content": "First  line\nsecond line.\n\n \nNext.",
              "audience": "members", "keywords": ["care"], "approval_date": "2025-03-01" }
            """);

        var document = Assert.Single(folder.Read().Documents);

        Assert.Equal(("DOC-9", ContentStatus.Approved, "members"), (document.Id.Value, document.Status, Assert.Single(document.Audience)));
        Assert.Equal(
            ["Part 1: 0 First line second line.", "Part 2: 1 Next."],
            document.Sections.Select(s => $"{s.Title}: {s.Blocks[0].ParagraphIndex} {s.Blocks[0].Text}"));
    }

    [Theory]
    [InlineData("{ \"document_id\": \"DOC-9\", ", "CNT002")]
    [InlineData("[]", "CNT003")]
    [InlineData("{ \"document_id\": \"D\", \"title\": \"T\", \"category\": \"c\", \"approval_date\": \"2025-03-01\" }", "CNT007")]
    [InlineData("{ \"document_id\": \"D\", \"title\": 1, \"title\": 2 }", "CNT002")]
    public void Json_that_is_not_a_document_is_put_aside(string json, string code)
    {
        using var folder = new ContentFolder();
        folder.Write("bad.json", json);

        Assert.Equal(code, folder.Quarantined().Code);
    }

    [Fact]
    public void Json_without_approval_date_is_a_draft()
    {
        using var folder = new ContentFolder();
        folder.Write("a.json", """{ "document_id": "DOC-9", "title": "Care", "category": "support", "content": "Text." }""");

        Assert.Equal(ContentStatus.Draft, folder.Read().Documents.Single(d => d.Id.Value == "DOC-9").Status);
    }
}
