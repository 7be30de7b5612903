namespace SkOrchestrator.Embedded.Tests.Screening;

public sealed class LanguageScreenTests
{
    private const string English =
        "Long walks are better with dry feet and a light pack. Take the path along the river early in the morning, when the mist still hangs over the fields. " +
        "Bring a warm layer for the ridge and something hot to drink for the break at the top.\n\nThe team";

    public static TheoryData<string, string> Foreign => new()
    {
        { "de", "Unsere neuen Stiefel halten die Füße auch bei starkem Regen warm." },
        { "fr", "Nos nouvelles chaussures gardent vos pieds au sec pendant toute la saison." },
        { "es", "Nuestras botas nuevas mantienen los pies secos durante toda la temporada de lluvia." },
        { "it", "I nostri nuovi stivali tengono i piedi asciutti per tutta la stagione delle piogge." },
        { "pt", "As nossas botas novas mantêm os pés secos durante toda a época das chuvas." },
        { "nl", "Onze nieuwe laarzen houden je voeten droog tijdens het hele regenseizoen van dit jaar." },
        { "sv", "Våra nya kängor håller dina fötter torra under hela hösten och vintern." },
        { "da", "Vores nye støvler holder dine fødder tørre hele efteråret og vinteren med." },
        { "fi", "Uudet saappaamme pitävät jalkasi kuivina koko syksyn ja myös talven ajan." },
        { "pl", "Nasze nowe buty sprawią, że stopy będą suche przez całą jesień i zimę." },
        { "cs", "Naše nové boty udrží vaše nohy v suchu po celý podzim i zimu." },
        { "hu", "Az új bakancsaink egész ősszel és télen szárazon tartják a lábát." },
        { "ro", "Noile noastre cizme îți țin picioarele uscate pe toată durata toamnei și iernii." },
        { "tr", "Yeni botlarımız tüm sonbahar ve kış boyunca ayaklarınızı kuru tutar." },
        { "id", "Sepatu baru kami menjaga kaki anda tetap kering sepanjang musim hujan ini." },
        { "ru", "Наши новые ботинки сохранят ваши ноги сухими всю осень и зиму." },
        { "el", "Οι νέες μπότες μας κρατούν τα πόδια σας στεγνά όλο τον χειμώνα." },
        { "zh", "我们的新靴子让您的双脚在整个雨季保持干燥温暖舒适" },
        { "ar", "أحذيتنا الجديدة تحافظ على جفاف قدميك طوال فصل الشتاء" },
        { "sw", "Viatu vyetu vipya huweka miguu yako kavu katika msimu wote wa mvua kwa mwaka." },
    };

    [Theory]
    [MemberData(nameof(Foreign))]
    public async Task A_text_in_another_language_is_not_screened(string language, string text)
    {
        var result = await Screen.ResultAsync(text);

        Assert.True(result.UnscreenedLanguage is not null, language);
        Assert.Empty(result.Severities);
    }

    [Theory]
    [MemberData(nameof(Foreign))]
    public async Task A_foreign_paragraph_does_not_hide_inside_english(string language, string text)
    {
        Assert.True((await Screen.ResultAsync($"{English}\n\n{text}\n\n{English}")).UnscreenedLanguage is not null, language);
        Assert.True((await Screen.ResultAsync($"{English} {text} {English}")).UnscreenedLanguage is not null, language);
    }

    [Theory]
    [InlineData("ich hoffe dass du\nund deine ganze Familie\nauch noch im Regen\nsteht und nicht weißt\nwo der Weg ist")]
    [InlineData("Kwimba tula nemo pasita ruko delani vesho mitara gundo pelika zanu fereto koli.")]
    public async Task Short_lines_and_unlisted_languages_do_not_hide_either(string text) =>
        Assert.NotNull((await Screen.ResultAsync($"{English}\n\n{text}")).UnscreenedLanguage);

    [Theory]
    [InlineData(English)]
    [InlineData("Zoë, Łukasz, Søren and Núria met at the café in Málaga for a crème brûlée, a piñata and some jalapeños on the house.")]
    [InlineData("Boots, jackets, tents, stoves, poles, lamps, maps, socks, hats, gloves, scarves, packs, bottles.")]
    [InlineData("Try our Café de la Montagne blend with a pain au chocolat this weekend.")]
    [InlineData("The Château de la Roche, the Plaza de la Constitución and the Bar del Corso are on the way.")]
    [InlineData("Boots")]
    [InlineData("New in: merino base layers")]
    [InlineData("Alder & Wren, 14 Mill Lane, Hebden Vale HX0 0AA, United Kingdom\nUnsubscribe: https://alderandwren.example/preferences/unsubscribe")]
    [InlineData("The label says 東京 and Київ, and the pattern is called λ.")]
    public async Task English_with_names_and_loan_words_is_screened(string text) => Assert.Null((await Screen.ResultAsync(text)).UnscreenedLanguage);
}
