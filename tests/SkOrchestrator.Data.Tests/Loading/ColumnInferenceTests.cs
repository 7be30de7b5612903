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
