using SkOrchestrator.Configuration;

namespace SkOrchestrator.Data.Tests.Loading;

public sealed class ColumnInferenceTests : IDisposable
{
    private readonly TestRun _run = new();

    public void Dispose() => _run.Dispose();

    [Theory]
    [InlineData("email", ColumnRole.Email)]
    [InlineData("First Name", ColumnRole.Personal)]
    [InlineData("lastName", ColumnRole.Personal)]
    [InlineData("phone", ColumnRole.Personal)]
    [InlineData("birth_date", ColumnRole.Personal)]
    [InlineData("home_address", ColumnRole.Personal)]
    [InlineData("voornaam", ColumnRole.Personal)]
    [InlineData("Nachname", ColumnRole.Personal)]
    [InlineData("nom", ColumnRole.Personal)]
    [InlineData("Telefon", ColumnRole.Personal)]
    [InlineData("tel", ColumnRole.Personal)]
    [InlineData("mobiel", ColumnRole.Personal)]
    [InlineData("geboortedatum", ColumnRole.Personal)]
    [InlineData("geboren", ColumnRole.Personal)]
    [InlineData("Straße", ColumnRole.Personal)]
    [InlineData("zip_code", ColumnRole.Personal)]
    [InlineData("last_ip", ColumnRole.Personal)]
    [InlineData("email_consent", ColumnRole.Consent)]
    [InlineData("country", ColumnRole.Country)]
    [InlineData("language", ColumnRole.Language)]
    [InlineData("email_opens_30d", ColumnRole.Boolean)]
    public void Names_give_roles_away(string name, ColumnRole role) => Assert.Equal(role, Role(name, i => i % 2 == 0 ? "1" : "0"));

    [Fact]
    public void Values_give_the_other_roles_away()
    {
        Assert.Equal(ColumnRole.Numeric, Role("x", i => i == 3 ? "" : $"{i}.5"));
        Assert.Equal(ColumnRole.Numeric, Role("x", i => i == 3 ? "unknown" : $"{i}"));
        Assert.Equal(ColumnRole.Boolean, Role("x", i => i % 2 == 0 ? "Yes" : "no"));
        Assert.Equal(ColumnRole.Categorical, Role("x", i => i % 2 == 0 ? "gold" : "none"));
        Assert.Equal(ColumnRole.Ignore, Role("x", i => $"a comment, number {i}".Replace(",", "")));
        Assert.Equal(ColumnRole.Ignore, Role("x", _ => ""));
        Assert.Equal(ColumnRole.Personal, Role("x", i => i < 10 ? $"u{i}@mail.example" : "none"));
    }

    [Theory]
    [InlineData("31612340{0:D3}")]
    [InlineData("06123400{0:D2}")]
    [InlineData("+49 171 55{0:D2}")]
    [InlineData("555-123-4{0:D3}")]
    [InlineData("19{0:D2}-03-12")]
    [InlineData("12.3.19{0:D2}")]
    [InlineData("3 March 19{0:D2}")]
    [InlineData("19{0:D2}0312")]
    [InlineData("10.0.3.{0}")]
    [InlineData("NL91ABNA04171643{0:D2}")]
    [InlineData("7004{0:D2}")]
    public void Telephone_numbers_dates_and_identifiers_are_personal_whatever_the_column_is_called(string form) =>
        Assert.Equal(ColumnRole.Personal, Role("x", i => string.Format(System.Globalization.CultureInfo.InvariantCulture, form, i)));

    [Fact]
    public void Text_is_a_category_only_where_many_customers_share_its_levels()
    {
        Assert.Equal(ColumnRole.Categorical, Role("x", i => i <= 6 ? $"rare {i % 2}" : $"level {i % 2}"));
        Assert.Equal(ColumnRole.Ignore, Role("x", i => i <= 7 ? $"rare {i % 2}" : $"level {i % 2}"));
        Assert.Equal(ColumnRole.Ignore, Role("x", i => $"name {i % 19}"));
    }

    [Fact]
    public void No_personal_value_of_an_undescribed_column_is_stored()
    {
        var rows = string.Concat(Enumerable.Range(1, 600).Select(i =>
            $"{i},Canary{i % 60},316123{i:D5},{(i == 400 ? "31612340009" : $"{i % 9}")},{(i == 500 ? "Canary Jones" : i % 2 == 0 ? "red" : "blue")},{(i == 300 ? "Canary Smith" : $"{i % 7}")}\n"));
        var result = _run.Load($"customer_id,who,line_2,visits,colour,orders\n{rows}");

        Assert.Equal(["customer_id", "visits", "colour", "orders"], result.Table.Columns.Where(c => c.Role is not (ColumnRole.Personal or ColumnRole.Ignore)).Select(c => c.Column));
        Assert.Equal(["8||1"], _run.Rows("select max(visits), max(colour) filter (where customer_id = '500'), count(*) filter (where visits is null) from customers"));
        Assert.Equal(("(not shown)", "orders"), (Assert.Single(_run.Diagnostics()).Value, _run.Diagnostics()[0].Column));
        Assert.Contains("used, with the role that their name or values suggest: visits (numeric), colour (categorical), orders (numeric); "
            + "dropped, because they look personal or say too little: who (ignore), line_2 (personal)", Assert.Single(result.Notes));
    }

    [Fact]
    public void Forty_features_are_guessed_at_most_the_described_ones_not_counted()
    {
        var names = Enumerable.Range(1, 60).Select(i => $"x{i}").ToList();
        var rows = string.Concat(Enumerable.Range(1, 30).Select(i => $"{i},{string.Join(',', names.Select((_, c) => $"{i}.{c}"))}\n"));
        var result = _run.Load($"customer_id,{string.Join(',', names)}\n{rows}", new ColumnOptions("x60", ColumnRole.Numeric));

        Assert.Equal([.. names.Take(40), "x60"], result.Table.WithRole(ColumnRole.Numeric).Select(column => column.Column));
        Assert.Contains(result.Notes, note => note.Contains("19 further columns, from x41 on, are dropped", StringComparison.Ordinal));
    }

    [Fact]
    public void A_described_role_wins_over_name_and_values() =>
        Assert.Equal(ColumnRole.Categorical, Role("phone", i => $"{i % 3}", new ColumnOptions("phone", ColumnRole.Categorical)));

    [Fact]
    public void Consent_to_mail_is_preferred_to_other_consent()
    {
        var table = _run.Load("customer_id,sms_consent,email_consent\n1,no,yes\n2,no,yes\n").Table;

        Assert.Equal(["email_consent"], table.WithRole(ColumnRole.Consent).Select(column => column.Column));
    }

    private ColumnRole Role(string name, Func<int, string> value, params ColumnOptions[] columns)
    {
        var rows = string.Concat(Enumerable.Range(1, 60).Select(i => $"{i},{value(i)}\n"));
        return _run.Load($"customer_id,{name}\n{rows}", columns).Table.Columns[1].Role;
    }
}
