using SkOrchestrator.Embedded.Screening;
using SkOrchestrator.Identity;
using SkOrchestrator.Safety;

namespace SkOrchestrator.Embedded.Tests.Screening;

public sealed class LexiconClassifierTests
{
    [Fact]
    public async Task It_says_everywhere_that_it_is_not_the_cloud_service()
    {
        Assert.Equal("embedded-lexicon/1 (not Azure AI Content Safety)", new LexiconClassifier().Name);
        Assert.Equal("embedded-lexicon/1 (not Azure AI Content Safety)", (await Screen.ResultAsync("Boots")).Screen);
    }

    [Theory]
    [Requirement("4.2")]
    [InlineData(SafetyCategory.Violence, "I will kill you.")]
    [InlineData(SafetyCategory.Violence, "We'll find you and kill you and your family.")]
    [InlineData(SafetyCategory.Violence, "They deserve to die.")]
    [InlineData(SafetyCategory.Violence, "He should put a bullet in your head.")]
    [InlineData(SafetyCategory.Violence, "How to build a pipe bomb at home")]
    [InlineData(SafetyCategory.Violence, "Let's shoot up the school.")]
    [InlineData(SafetyCategory.Violence, "I am going to slit your throat tonight.")]
    [InlineData(SafetyCategory.SelfHarm, "Just kill yourself already.")]
    [InlineData(SafetyCategory.SelfHarm, "kys")]
    [InlineData(SafetyCategory.SelfHarm, "You should end your own life, nobody would miss you.")]
    [InlineData(SafetyCategory.SelfHarm, "How to hang yourself without pain")]
    [InlineData(SafetyCategory.SelfHarm, "I want to die and I cut my wrists every night.")]
    [InlineData(SafetyCategory.SelfHarm, "Starve yourself until you are thin: thinspo of the day")]
    [InlineData(SafetyCategory.Sexual, "Hot naked girls want to suck your cock tonight.")]
    [InlineData(SafetyCategory.Sexual, "Watch free porn videos with horny teens.")]
    [InlineData(SafetyCategory.Sexual, "I want to fuck you hard.")]
    [InlineData(SafetyCategory.Sexual, "Pictures of naked children for sale")]
    [InlineData(SafetyCategory.Hate, "All Muslims are filthy animals.")]
    [InlineData(SafetyCategory.Hate, "I hate the Jews.")]
    [InlineData(SafetyCategory.Hate, "Gas the Jews, Hitler was right.")]
    [InlineData(SafetyCategory.Hate, "Go back to your country, you faggot.")]
    [InlineData(SafetyCategory.Hate, "Black people are inferior.")]
    [InlineData(SafetyCategory.Hate, "No immigrants allowed in our stores.")]
    [InlineData(SafetyCategory.Hate, "Deport all the Mexicans, white power now.")]
    public async Task Clear_harm_has_a_high_severity(SafetyCategory category, string text) =>
        Assert.InRange(await Screen.SeverityAsync(category, text), 6, 7);

    [Theory]
    [InlineData("Killer deal on killer boots: prices to die for, dressed to kill!")]
    [InlineData("Shoot us a message and we'll shoot you a quick reply with your best shot.")]
    [InlineData("This bombshell of a bath bomb smells of blood orange. Learn how to make a bath bomb.")]
    [InlineData("Naked trail shoes, nude heels, strip lights and hot chocolate for the kids.")]
    [InlineData("Bust size, breast pocket, body fit: our size guide covers every body.")]
    [InlineData("A knife for the camp kitchen, a gun cleaning kit and a head torch for a shot in the dark.")]
    [InlineData("Are your shoes killing you? These won't hurt your feet or kill your back.")]
    [InlineData("The spray kills 99% of germs and keeps ticks and midges away; our weed killer kills weeds.")]
    [InlineData("Suicide Squad poster, killing it at every price. The last climb won't kill you, promise.")]
    [InlineData("Blue tits and great tits love our bird feeder, and a Maine coon sleeps below it.")]
    [InlineData("A white power bank, black and white prints, and a blacks and greys wash for dirty trekking poles.")]
    [InlineData("Walk Offa's Dyke with a pussy willow stick, spick and span boots and a cockpit view.")]
    [InlineData("You deserve better: your feet don't deserve to suffer. Take your life outdoors.")]
    [InlineData("Murder mystery weekend with a torture test for rain jackets. Portraits should be shot in morning light.")]
    [InlineData("Hang them in the hall, hang women's jackets beside them, and execute the plan: set the logs on fire, watch them burn.")]
    [InlineData("Careful: do not cut yourself. Cut yourself some slack, kill time with a book, blow up the mattress in seconds.")]
    [InlineData("Unisex fit, Essex and Sussex stores, Scunthorpe pick-up, cumin and shiitake trail mix, Dickens on audio, assess the class.")]
    [InlineData("We will beat your best quote, attack the hill with you, and hunt you down a bargain.")]
    [InlineData("A beater, a bitter, a cocktail; a therapist, a grapefruit, a raccoon hat, a pedometer and a pair of assorted buttons.")]
    [InlineData("XS S M L XL, sizes A B C, Gore-Tex, 5-star, 4x4, 10k, W4rm, H2O, and no strings attached: $50 off @ our shop!!!")]
    public async Task Ordinary_retail_language_passes_with_nothing_to_review(string text) => Assert.InRange(await Screen.WorstAsync(text), 0, 1);

    [Theory]
    [InlineData("The novel opens with a murder on the moor.")]
    [InlineData("A film about suicide and what comes after.")]
    [InlineData("What the fuck, these boots are good.")]
    public async Task A_mention_is_for_review_and_does_not_block(string text) => Assert.InRange(await Screen.WorstAsync(text), 2, 5);

    [Fact]
    public async Task An_offer_of_help_lowers_a_mention_but_not_an_incitement()
    {
        Assert.Equal(3, await Screen.SeverityAsync(SafetyCategory.SelfHarm, "For those who feel suicidal."));
        Assert.Equal(2, await Screen.SeverityAsync(SafetyCategory.SelfHarm, "If you feel suicidal, call a helpline; you are not alone."));
        Assert.Equal(7, await Screen.SeverityAsync(SafetyCategory.SelfHarm, "Kill yourself, there is no helpline."));
    }

    [Theory]
    [InlineData("An idiom does not excuse the threat beside it: I will kill you, killer deal.", 7)]
    [InlineData("Kill\n\nyourself", 7)]
    [InlineData("I will kill [x] you", 2)]
    public async Task Context_counts_where_it_stands(string text, int atLeast) => Assert.InRange(await Screen.WorstAsync(text), atLeast, 7);

    [Theory]
    [InlineData("Please k i l l  y o u r s e l f today.")]
    [InlineData("Please k.i.l.l y.o.u.r.s.e.l.f today.")]
    [InlineData("Please k. i. l. l. yourself today.")]
    [InlineData("Please k1ll y0urself today.")]
    [InlineData("Please k!ll yours3lf today.")]
    [InlineData("Please ki11 yourse1f today.")]
    [InlineData("Please kiiillll yourselfff today.")]
    [InlineData("Please k*ll yourself today.")]
    [InlineData("Please kіll yоursеlf today.")]
    [InlineData("Please κill yοurself today.")]
    [InlineData("Please kill yourself today.")]
    [InlineData("Please 𝗸𝗶𝗹𝗹 𝘆𝗼𝘂𝗿𝘀𝗲𝗹𝗳 today.")]
    [InlineData("Please k\u200bi\u200dl\u00adl your\u2060self today.")]
    [InlineData("Please kíll ÿoursëlf today.")]
    [InlineData("Please KILL-YOURSELF today.")]
    [InlineData("Please kill💀yourself today.")]
    [InlineData("Please k💀i💀l💀l yourself today.")]
    public async Task A_disguised_word_is_recognised(string text) => Assert.Equal(7, await Screen.SeverityAsync(SafetyCategory.SelfHarm, text));

    [Fact]
    public async Task The_largest_severity_of_all_texts_counts()
    {
        var request = new ScreeningRequest(
            new VariantId("control"),
            [new("subject", "Kill"), new("body", "A walk in the hills."), new("all", "Kill\n\nyourself on a walk")],
            []);

        var result = await new LexiconClassifier().ScreenAsync(request, CancellationToken.None);

        Assert.Equal(7, result.Severities[SafetyCategory.SelfHarm]);
        Assert.Equal(4, result.Severities.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n")]
    [InlineData("🎉🎉 100 % !!!")]
    public async Task What_can_not_be_judged_is_a_failure(string text)
    {
        var result = await Screen.ResultAsync(text);

        Assert.NotNull(result.Failure);
        Assert.Empty(result.Severities);
    }

    [Fact]
    public async Task Text_that_is_not_valid_unicode_is_a_failure() => Assert.NotNull((await Screen.ResultAsync("Boots \ud83d for all")).Failure);

    [Theory]
    [InlineData("Totally gr4tis for all", true)]
    [InlineData("Totally g r a t i s for all", true)]
    [InlineData("Totally gratisly for all", false)]
    public async Task The_block_list_sees_through_the_same_disguises(string text, bool matches) =>
        Assert.Equal(matches ? ["gratis"] : [], (await Screen.ResultAsync(text, "gratis")).BlocklistMatches);

    [Fact]
    public async Task A_cancelled_screening_gives_no_result() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new LexiconClassifier()
            .ScreenAsync(new ScreeningRequest(new VariantId("control"), [new("body", "Boots")], []), new CancellationToken(canceled: true)));

    [Fact]
    public async Task Concurrent_screenings_give_the_same_result()
    {
        var text = "A murder on the moor, and a k i l l e r deal.";
        var expected = (await Screen.ResultAsync(text)).Severities;

        var results = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => Screen.ResultAsync(text))));

        Assert.All(results, r => Assert.Equal(expected, r.Severities));
    }
}
