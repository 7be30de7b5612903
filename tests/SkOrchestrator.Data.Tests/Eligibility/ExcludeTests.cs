using System.Security.Cryptography;
using System.Text;
using SkOrchestrator.Configuration;
using SkOrchestrator.Data.Eligibility;
using SkOrchestrator.Diagnostics;

namespace SkOrchestrator.Data.Tests.Eligibility;

public sealed class ExcludeTests : IDisposable
{
    private static readonly EligibilityRules Rules = new()
    {
        ExperimentId = "autumn",
        SendAt = new DateTimeOffset(2026, 9, 1, 8, 0, 0, TimeSpan.Zero),
        Languages = ["en"],
    };

    private readonly TestRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Each_customer_leaves_for_the_first_reason_that_applies()
    {
        _run.Load(
            """
            customer_id,email,consent,language,country
            1,a@mail.example,yes,en,GB
            2,b@mail.example,no,de,GB
            3,c@mail.example,,en,GB
            4,broken@,yes,en,GB
            5,,yes,de,GB
            6,A@mail.example,yes,en,GB
            7,g@mail.example,yes,de-AT,GB
            8,h@mail.example,yes,en,FR
            9,i@mail.example,yes,en_US,gb
            10,j@mail.example,yes,,GB
            11,k@mail.example,yes,en,
            12,l@mail.example,yes,de,FR
            13,m@mail.example,yes,en,GB
            14,n@mail.example,yes,en,GB
            """);
        var result = _run.Database.Exclude(Rules with
        {
            Countries = ["GB"],
            SuppressionsPath = _run.Write("suppressions.csv", "customer_id\n13\n2\n"),
            ContactHistoryPath = _run.Write("history.csv", "customer_id,sent_at\n14,2026-08-30T08:00:00Z\n14,2026-08-31\n1,2026-08-30\n"),
            Contact = new ContactPolicy(2, TimeSpan.FromDays(7)),
        });

        Assert.Equal(
            [
                "2|no_consent", "3|no_consent", "4|invalid_address", "5|invalid_address", "6|duplicate_address", "7|language", "8|country",
                "11|country", "12|language", "13|suppressed", "14|frequency_cap",
            ],
            _run.Rows("select customer_id, reason from excluded order by customer_id::int"));
        Assert.Equal(["1", "9", "10"], _run.Rows("select customer_id from eligible order by row_number"));
        Assert.Equal(14, result.Funnel.Loaded);
        Assert.Equal(11, result.Funnel.Excluded.Values.Sum());
        Assert.Contains(result.Notes, note => note.Contains("no language", StringComparison.Ordinal));
        Assert.Contains(result.Notes, note => note.Contains("no country", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("email\nB@Mail.example\n", "2")]
    [InlineData("email_sha256\n{hash}\n", "2")]
    [InlineData("customer_id,email,reason\n,b@mail.example,asked\n3,,complained\n", "2 3")]
    [InlineData("customer_id,until\n1,2026-08-31\n2,2026-09-01\n3,\n", "2 3")]
    [InlineData("customer_id,until\n1,2026-09-01T07:00:00Z\n2,2026-09-01T09:00:00+02:00\n3,some day\n", "3")]
    [InlineData("customer_id,scope\n1,transactional\n2,marketing\n3,all\n", "2 3")]
    [InlineData("customer_id;email\n4;\n", "4 5")]
    public void Suppressions_match_by_id_address_or_hash_while_they_last(string list, string expected)
    {
        var hash = Convert.ToHexString(SHA256.HashData("b@mail.example"u8));
        _run.Load("customer_id,email\n1,a@mail.example\n2,b@mail.example\n3,c@mail.example\n4,d@mail.example\n5,D@mail.example\n");
        _run.Database.Exclude(Rules with { SuppressionsPath = _run.Write("s.csv", list.Replace("{hash}", hash, StringComparison.Ordinal)) });

        Assert.Equal(expected, string.Join(' ', _run.Rows("select customer_id from excluded where reason = 'suppressed' order by 1")));
    }

    [Theory]
    [InlineData("CSV020", 1, "name,until\nann,2026-01-01\n")]
    [InlineData("CSV021", 3, "customer_id\n1\n\"\"\n")]
    [InlineData("CSV021", 2, "email_sha256\nabc\n")]
    [InlineData("CSV004", 3, "customer_id,reason\n1,asked\n2\n")]
    [InlineData("CSV015", 2, "customer_id,reason\n1,\"asked\n")]
    [InlineData("CSV002", 1, "")]
    public void A_suppression_list_that_cannot_be_read_whole_stops_the_run(string code, long line, string list)
    {
        _run.Load("customer_id\n1\n");
        var exception = Assert.Throws<InvalidInputException>(() => _run.Database.Exclude(Rules with { SuppressionsPath = _run.Write("s.csv", list) }));

        Assert.Equal((code, line), (exception.Diagnostics[0].Code, exception.Diagnostics[0].Line));
        Assert.Empty(_run.Rows("select * from excluded"));
    }

    [Fact]
    public void A_missing_list_stops_the_run_but_an_empty_one_does_not()
    {
        _run.Load("customer_id\n1\n");

        Assert.Throws<InvalidInputException>(() => _run.Database.Exclude(Rules with { SuppressionsPath = "nowhere.csv" }));
        Assert.Empty(_run.Database.Exclude(Rules with { SuppressionsPath = _run.Write("s.csv", "customer_id\n") }).Funnel.Excluded);
    }

    [Fact]
    public void Without_consent_addresses_or_lists_everyone_stays_and_the_notes_say_so()
    {
        _run.Load("customer_id,age\n1,5\n2,6\n");
        var result = _run.Database.Exclude(Rules with { Contact = new ContactPolicy(1, TimeSpan.FromDays(7)) });

        Assert.Empty(result.Funnel.Excluded);
        Assert.Equal(4, result.Notes.Count);
    }

    [Fact]
    public void The_frequency_cap_counts_mails_to_the_address_within_the_period_only()
    {
        _run.Load("customer_id,email\n1,a@mail.example\n2,b@mail.example\n3,c@mail.example\n4,d@mail.example\n");
        _run.Database.Exclude(Rules with
        {
            ContactHistoryPath = _run.Write("h.csv", "customer_id,sent_at\n1,2026-08-25T08:00:00Z\n2,2026-08-25T08:00:01Z\n3,2026-09-02\n4,unknown\n9,2026-08-31\n"),
            Contact = new ContactPolicy(1, TimeSpan.FromDays(7)),
        });

        Assert.Equal(["2", "4"], _run.Rows("select customer_id from excluded where reason = 'frequency_cap' order by 1"));
    }

    [Fact]
    public void The_sample_has_its_size_and_does_not_depend_on_the_order_of_the_file()
    {
        var ids = Enumerable.Range(1, 500).ToList();
        _run.Load("customer_id\n" + string.Join('\n', ids));
        var funnel = _run.Database.Exclude(Rules with { SampleSize = 120 }).Funnel;
        using var other = new TestRun();
        other.Load("customer_id\n" + string.Join('\n', ids.AsEnumerable().Reverse()));
        other.Database.Exclude(Rules with { SampleSize = 120 });

        Assert.Equal(380, funnel.Excluded["not_sampled"]);
        const string eligible = "select customer_id from eligible order by customer_id";
        Assert.Equal(_run.Rows(eligible), other.Rows(eligible));
        Assert.NotEqual(120, _run.Rows("select 1 from eligible where row_number <= 120").Count);
    }

    [Fact]
    public void The_holdout_is_the_same_people_in_every_campaign()
    {
        var text = "customer_id\n" + string.Join('\n', Enumerable.Range(1, 4000));
        _run.Load(text);
        var funnel = _run.Database.Exclude(Rules with { HoldoutShare = 0.1 }).Funnel;
        using var other = new TestRun();
        other.Load(text);
        other.Database.Exclude(Rules with { ExperimentId = "winter", Seed = 9, HoldoutShare = 0.1 });

        const string held = "select customer_id from holdout order by customer_id";
        Assert.Equal(_run.Rows(held), other.Rows(held));
        Assert.InRange(funnel.HeldOut, 400 - 80, 400 + 80);
        Assert.Equal(4000, _run.Rows("select * from eligible").Count);
        Assert.Equal(4000, funnel.HeldOut + _run.Rows("select * from assignable").Count);
    }

    [Theory]
    [InlineData("a@mail.example", true)]
    [InlineData("first.last+tag@sub.mail.example", true)]
    [InlineData("jörg@münchen.example", true)]
    [InlineData("a@localhost", false)]
    [InlineData("a b@mail.example", false)]
    [InlineData("a..b@mail.example", false)]
    [InlineData(".a@mail.example", false)]
    [InlineData("a@mail..example", false)]
    [InlineData("a@-mail.example", false)]
    [InlineData("a@b@mail.example", false)]
    [InlineData("mail.example", false)]
    [InlineData("\"a<b@mail.example>\"", false)]
    public void Addresses_are_checked(string address, bool isValid)
    {
        _run.Load($"customer_id,email\n1,{address}\n");
        var funnel = _run.Database.Exclude(Rules).Funnel;

        Assert.Equal(isValid ? [] : ["invalid_address"], funnel.Excluded.Keys);
    }

    [Fact]
    public void Suppressed_addresses_stay_out_of_the_database_file()
    {
        _run.Load("customer_id,email\n1,a@mail.example\n");
        _run.Database.Exclude(Rules with { SuppressionsPath = _run.Write("s.csv", "email\ncanary@secret.example\n") });
        _run.Database.Connection.Run("checkpoint");
        _run.Database.Dispose();

        Assert.DoesNotContain("canary@secret", Encoding.Latin1.GetString(File.ReadAllBytes(_run.DatabasePath)), StringComparison.Ordinal);
    }
}
