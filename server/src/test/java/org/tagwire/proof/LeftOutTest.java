package org.tagwire.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tagwire.engines.Restoration;
import org.tagwire.ingest.Ombudsman.Complaint;
import org.tagwire.ingest.Ombudsman.Letter;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Category;
import org.tagwire.model.Failpoints;
import org.tagwire.model.Grade;
import org.tagwire.model.Mention;
import org.tagwire.model.Notice;
import org.tagwire.model.Samples;
import org.tagwire.model.TagKey;
import org.tagwire.model.TagKind;
import org.tagwire.model.Tagging;
import org.tagwire.model.Tombstone;
import org.tagwire.server.control.Order;
import org.tagwire.server.orders.Bureau;
import org.tagwire.server.settings.SettingsReader;
import org.tagwire.server.works.Works;
import org.tagwire.sets.HostileCase;
import org.tagwire.store.ArticleStore.Accepted;

/** Whoever is left out is left out of every route of the table, and stays so. */
final class LeftOutTest {
  private final SettableClock clock = new SettableClock(Samples.NOON);
  private final Map<String, ArticleId> articles = new LinkedHashMap<>();
  private Works works;
  private PublicHouse house;

  @TempDir private Path directory;

  @BeforeEach
  void open() {
    begin();
    for (int i = 0; i < 4; i++) {
      publish("paper" + i + ".example", "Story m" + i, Category.GENERAL, person("Milo Tarn"));
      publish("paper" + i + ".example", "Story j" + i, Category.SPORT, person("Jan Kowalski"));
      publish("paper" + i + ".example", "Story c" + i, Category.SOCIETY, child("Lina Feld"));
    }
    for (int i = 0; i < 2; i++) {
      publish("paper" + i + ".example", "Story p" + i, Category.GENERAL, person("Pia Sand"));
      publish("paper" + i + ".example", "Story o" + i, Category.CRIME, person("Otto Brand"));
    }
    publish("doomed.example", "Doomed one", Category.GENERAL, topic("Harbour Fair"));
    publish("www.doomed.example", "Doomed two", Category.GENERAL, topic("Harbour Fair"));
    publish("paper0.example", "Harbour notes", Category.GENERAL, topic("Harbour Fair"));
    works.settle((done, total) -> {});
  }

  private void begin() {
    works =
        Works.open(
            new Works.Surroundings(
                directory.resolve("data"),
                SettingsReader.of(Map.of("understand", "off")),
                clock,
                Failpoints.NONE));
    works.settle((done, total) -> {});
    house = new PublicHouse(works, clock);
  }

  private void end() {
    house.close();
    works.close();
  }

  @AfterEach
  void close() {
    end();
  }

  @Test
  void namesNobodyWhomFewWriteAboutNorAChildOnAnySurface() {
    Map<String, String> shown = surfaces();
    assertThat(naming(shown, "Milo Tarn")).hasSizeGreaterThan(20);
    assertThat(naming(shown, "Pia Sand")).isEmpty();
    assertThat(naming(shown, "Otto Brand")).isEmpty();
    assertThat(naming(shown, "Lina Feld")).isEmpty();
    assertThat(shown.keySet()).contains("/en/hashtag/MiloTarn", "/en/hashtag/HarbourFair");
    assertThat(house.get("/en/hashtag/LinaFeld").statusCode()).isEqualTo(404);
    assertThat(house.get("/en/hashtag/PiaSand").statusCode()).isEqualTo(404);
    assertThat(house.asOwner("/en/hashtag/LinaFeld").statusCode()).isEqualTo(200);
    assertThat(house.asOwner("/en/hashtag/PiaSand").statusCode()).isEqualTo(200);
    assertThat(house.asOwner("/en/news").body()).contains("PiaSand", "LinaFeld");
  }

  @Test
  void hidesASuppressedNameOnEverySurfaceWhateverItsSpellingAndKeepsTheArticles() {
    List<String> variants =
        HostileCase.listArea("politeness-rights").stream()
            .filter(hostile -> hostile.id().equals("R017"))
            .findFirst()
            .map(HostileCase::texts)
            .orElse(List.of("Jan Kowalski", "KOWALSKI JAN", "#jan_kowalski", "Jan Kowalskí"));
    for (int i = 0; i < 4; i++) {
      for (String variant : List.of("Kowalski Jan", "J\u0430n Kowalski", "Jan Kowalsk\u00ed")) {
        publish(
            "paper" + i + ".example",
            "Story v" + i + variant.hashCode(),
            Category.GENERAL,
            person(variant));
      }
    }
    works.settle((done, total) -> {});
    assertThat(naming(surfaces(), "Jan Kowalski")).hasSizeGreaterThan(10);

    said("suppress", "Jan Kowalski");

    Map<String, String> shown = surfaces();
    for (String variant : variants) {
      String name = variant.replaceFirst("\\s*\\([^)]*\\)$", "").replace("#", "");
      boolean inflected = name.startsWith("Jana ");
      assertThat(inflected ? Map.of() : naming(shown, name)).as(name).isEmpty();
      int status = house.get("/en/hashtag/" + encoded(name)).statusCode();
      assertThat(status).as(name).isIn(404, 410);
    }
    assertThat(naming(shown, "Kowalski Jan")).isEmpty();
    assertThat(house.get("/en/hashtag/JanKowalski").statusCode()).isEqualTo(410);
    assertThat(house.get("/en/hashtag/JanKowalski.rss").statusCode()).isEqualTo(410);
    assertThat(house.get("/api/v1/hashtags/JanKowalski").statusCode()).isEqualTo(410);
    assertThat(shown.get("/en/news")).contains("Story j1");
    assertThat(house.asOwner("/en/hashtag/JanKowalski").statusCode()).isEqualTo(200);
    assertThat(works.store().tombstones().list().toString()).doesNotContainIgnoringCase("kowalski");
  }

  @Test
  void showsASuppressedNameAgainOnEverySurfaceAndRemembersBoth() {
    Path hiddenThen = directory.resolve("hidden.db");
    said("suppress", "Kowalski Jan");
    assertThat(naming(surfaces(), "Jan Kowalski")).isEmpty();
    said("backup", hiddenThen.toString());

    said("show-again", "jan kowalski");

    assertThat(naming(surfaces(), "Jan Kowalski")).hasSizeGreaterThan(10);
    assertThat(house.get("/en/hashtag/JanKowalski").statusCode()).isEqualTo(200);
    assertThat(works.store().tombstones().list())
        .extracting(Tombstone::kind, Tombstone::reason)
        .contains(
            tuple(Tombstone.Kind.NAME, "asked to be left out"),
            tuple(Tombstone.Kind.NAME_SHOWN, "shown again by the owner"));
    assertThatThrownBy(() -> said("show-again", "Jan Kowalski"))
        .hasMessageContaining("is not hidden");

    end();
    new Restoration(directory.resolve("data"), Failpoints.NONE, clock).restore(hiddenThen);
    begin();
    assertThat(house.get("/en/hashtag/JanKowalski").statusCode()).isEqualTo(200);
    said("suppress", "Jan Kowalski");
    assertThat(naming(surfaces(), "Jan Kowalski")).isEmpty();
    assertThat(house.get("/en/hashtag/JanKowalski").statusCode()).isEqualTo(410);
  }

  @Test
  void takesAnArticleAndASiteFromEverySurface() {
    assertThat(showing(surfaces(), "Story m1")).hasSizeGreaterThan(10);
    said("takedown", articles.get("Story m1").hex());
    said("takedown", "doomed.example");

    Map<String, String> shown = surfaces();
    assertThat(showing(shown, "Story m1")).isEmpty();
    assertThat(showing(shown, "Doomed one")).isEmpty();
    assertThat(showing(shown, "Doomed two")).isEmpty();
    assertThat(showing(shown, "Harbour notes")).isNotEmpty();
    String path = "/en/article/" + articles.get("Story m1").hex();
    assertThat(house.get(path).statusCode()).isEqualTo(410);
    assertThat(house.asOwner(path).statusCode()).isEqualTo(410);
  }

  @Test
  void keepsWhatIsGoneGoneOverARepeatedPollARebuildARelearningAndARestore() {
    Path backup = directory.resolve("before.db");
    said("backup", backup.toString());
    said("suppress", "Jan Kowalski");
    said("takedown", articles.get("Story m1").hex());
    said("takedown", "https://doomed.example/");
    Notice dispute = dispute("MiloTarn", "Story m2");

    publish("doomed.example", "Doomed one", Category.GENERAL, topic("Harbour Fair"));
    publish("paper1.example", "Story m1", Category.GENERAL, person("Milo Tarn"));
    works.rebuildIndex((done, total) -> {});
    said("relearn");
    assertGone();

    end();
    new Restoration(directory.resolve("data"), Failpoints.NONE, clock).restore(backup);
    begin();
    assertGone();
    assertThat(works.ombudsman().find(dispute.id())).contains(dispute);
    said("suppress", "Milo Tarn");
    assertThat(naming(surfaces(), "Milo Tarn")).isEmpty();
    assertGone();
  }

  private void assertGone() {
    works.settle((done, total) -> {});
    Map<String, String> shown = surfaces();
    assertThat(naming(shown, "Jan Kowalski")).isEmpty();
    assertThat(showing(shown, "Story m1")).isEmpty();
    assertThat(showing(shown, "Doomed one")).isEmpty();
    assertThat(
            Jsoup.parse(house.get("/en/article/" + articles.get("Story m2").hex()).body()).text())
        .doesNotContain("MiloTarn");
  }

  @Test
  void takesANoticeFromAnybodyHidesTheDisputedPersonAndTellsWhatBecameOfIt() {
    String article = "/en/article/" + articles.get("Story m2").hex();
    assertThat(house.get(article).body()).contains("/hashtag/MiloTarn");
    String form = house.get("/en/notice?about=" + article).body();
    Document page = Jsoup.parse(form);
    assertThat(page.select("option[value=MiloTarn]")).hasSize(1);
    assertThat(page.text()).contains("Story m2");

    var sent =
        house.post(
            "/en/notice",
            Map.of(
                "token", page.select("input[name=token]").val(),
                "about", article,
                "kind", "wrong-tag",
                "tag", "MiloTarn",
                "text", "That is my namesake."),
            false);

    assertThat(sent.statusCode()).isEqualTo(303);
    String place = sent.headers().firstValue("Location").orElseThrow();
    assertThat(place).matches("/en/notice/[a-z2-7]{26}");
    assertThat(house.get(place).body()).contains("Nobody has answered yet", "is hidden until");
    assertThat(house.get(article).body()).doesNotContain("/hashtag/MiloTarn");
    assertThat(house.get("/en/hashtag/MiloTarn").body()).doesNotContain("Story m2");
    assertThat(house.get("/en/hashtag/MiloTarn").body()).contains("Story m1");
    assertThat(house.get("/en/notice/" + "a".repeat(26)).statusCode()).isEqualTo(404);

    assertThat(house.get("/en/office/notices").statusCode()).isEqualTo(401);
    Document office = Jsoup.parse(house.asOwner("/en/office/notices").body());
    assertThat(office.text()).contains("That is my namesake.", "#milotarn");
    Map<String, String> decision =
        Map.of(
            "token",
            office.select("input[name=token]").val(),
            "id",
            place.substring(11),
            "deed",
            "refused",
            "words",
            "It is the rower.");
    assertThat(house.post("/en/office/notices", decision, false).statusCode()).isEqualTo(401);
    assertThat(house.post("/en/office/notices", decision, true).statusCode()).isEqualTo(303);
    assertThat(house.get(place).body()).contains("nothing was changed", "It is the rower.");
    assertThat(house.get(article).body()).contains("/hashtag/MiloTarn");
  }

  @Test
  void letsTheOwnerDoWhatANoticeAsksFor() {
    decide(dispute("MiloTarn", "Story m2"), "tag", "");
    works.settleRules((done, total) -> {});
    assertThat(house.get("/en/hashtag/MiloTarn").body()).doesNotContain("Story m2");
    decide(dispute("MiloTarn", "Story m3"), "name", "");
    assertThat(house.get("/en/hashtag/MiloTarn").statusCode()).isEqualTo(410);
    decide(dispute("JanKowalski", "Story j1"), "article", "");
    works.settle((done, total) -> {});
    assertThat(house.get("/en/article/" + articles.get("Story j1").hex()).statusCode())
        .isEqualTo(410);
    decide(dispute("JanKowalski", "Story j2"), "site", "");
    works.settle((done, total) -> {});
    assertThat(showing(surfaces(), "Story j2")).isEmpty();
    assertThat(works.ombudsman().list(9)).allMatch(n -> n.outcome().state() == Notice.State.DONE);
  }

  @Test
  void refusesWhatMakesNoSenseAndWhatComesTooOften() {
    Map<String, String> good =
        new LinkedHashMap<>(
            Map.of("token", token(), "kind", "other", "text", "Hello.", "about", ""));
    assertThat(sent(good, "kind", "nonsense")).isEqualTo(400);
    assertThat(sent(good, "text", " ")).isEqualTo(400);
    assertThat(sent(good, "text", "x".repeat(4_001))).isEqualTo(400);
    assertThat(sent(good, "email", "nobody")).isEqualTo(400);
    assertThat(sent(good, "token", "forged")).isEqualTo(403);
    assertThat(sent(good, "website", "https://spam.example")).isEqualTo(303);
    assertThat(works.ombudsman().list(9)).isEmpty();
    for (int i = 0; i < 5; i++) {
      assertThat(sent(good, "email", "a@b.example")).isEqualTo(303);
    }
    assertThat(sent(good, "email", "")).isEqualTo(429);
    clock.advance(Duration.ofHours(1));
    assertThat(sent(good, "email", "")).isEqualTo(303);
    assertThat(works.ombudsman().list(9)).hasSize(6);
  }

  @Test
  void hidesNoMoreThanSoManyTagsAnHourAndNoPageOfAPublicFigure() {
    for (int i = 0; i < 12; i++) {
      publish("daily" + i + ".example", "Story k" + i, Category.GENERAL, person("Ana Prem"));
    }
    works.settle((done, total) -> {});
    assertThat(dispute("AnaPrem", "").hides()).isFalse();
    assertThat(house.get("/en/hashtag/AnaPrem").statusCode()).isEqualTo(200);
    assertThat(dispute("HarbourFair", "Harbour notes").hides()).isFalse();
    assertThat(dispute("MiloTarn", "").hides()).isTrue();
    assertThat(house.get("/en/hashtag/MiloTarn").statusCode()).isEqualTo(410);
    assertThat(disputes(30)).isEqualTo(19);
    clock.advance(Duration.ofHours(1));
    assertThat(disputes(3)).isEqualTo(3);
  }

  private int disputes(int times) {
    int hidden = 0;
    for (int i = 0; i < times; i++) {
      Complaint complaint =
          new Complaint(
              Notice.Kind.ABOUT_ME, "", articles.get("Story m0"), TagKey.of("Milo Tarn"), true);
      Notice notice =
          works.ombudsman().receive(complaint, new Letter("It is me.", "", "en")).orElseThrow();
      hidden += notice.hides() ? 1 : 0;
    }
    return hidden;
  }

  @Test
  void tellsMachinesWhoAnswersAndWhatToReadWithoutAPassword() {
    String security = house.get("/.well-known/security.txt").body();
    assertThat(security)
        .contains("Contact: mailto:desk@news.example\n")
        .contains("Preferred-Languages: en, ar")
        .contains("Canonical: https://news.example/.well-known/security.txt\n")
        .containsPattern("Expires: 20\\d\\d-\\d\\d-\\d\\dT00:00:00Z\n");
    assertThat(house.get("/robots.txt").body())
        .contains("Sitemap: https://news.example/sitemap.xml\n");
    assertThat(house.get("/en/about").body()).contains("desk@news.example", "No embeddings");
    assertThat(house.get("/ar/about").body()).contains("dir=\"rtl\"");
    assertThat(house.get("/en/notice").statusCode()).isEqualTo(200);
    String sitemap = house.get("/sitemap.xml").body();
    Document parts = Jsoup.parse(sitemap, org.jsoup.parser.Parser.xmlParser());
    assertThat(parts.select("sitemap > loc").eachText())
        .containsExactly(
            "https://news.example/sitemap/tags-0.xml", "https://news.example/sitemap/stories.xml");
    String tags = house.get("/sitemap/tags-0.xml").body();
    assertThat(tags)
        .contains(
            "<loc>https://news.example/en/hashtag/MiloTarn</loc><lastmod>",
            "<loc>https://news.example/en/hashtag/HarbourFair</loc>")
        .doesNotContain("PiaSand", "LinaFeld", "/ar/");
    assertThat(house.get("/sitemap/tags-1.xml").statusCode()).isEqualTo(404);
    clock.advance(Duration.ofDays(800));
    assertThat(house.get("/sitemap/tags-0.xml").body())
        .contains("HarbourFair")
        .doesNotContain("MiloTarn");
    assertThat(house.get("/en/hashtag/MiloTarn").body()).contains("content=\"noindex\"");
    assertThat(house.get("/en/hashtag/HarbourFair").body()).doesNotContain("noindex");
  }

  private int sent(Map<String, String> good, String field, String value) {
    Map<String, String> fields = new LinkedHashMap<>(good);
    fields.put(field, value);
    return house.post("/en/notice", fields, false).statusCode();
  }

  private String token() {
    return Jsoup.parse(house.get("/en/notice").body()).select("input[name=token]").val();
  }

  private Notice dispute(String tag, String headline) {
    clock.advance(Duration.ofHours(1));
    String about =
        headline.isEmpty() ? "/en/hashtag/" + tag : "/en/article/" + articles.get(headline).hex();
    Map<String, String> fields =
        Map.of("token", token(), "about", about, "kind", "about-me", "tag", tag, "text", "Not me.");
    var sent = house.post("/en/notice", fields, false);
    assertThat(sent.statusCode()).isEqualTo(303);
    String place = sent.headers().firstValue("Location").orElseThrow();
    return works.ombudsman().find(place.substring(11)).orElseThrow();
  }

  private void decide(Notice notice, String deed, String value) {
    Document office = Jsoup.parse(house.asOwner("/en/office/notices").body());
    Map<String, String> fields =
        Map.of(
            "token",
            office.select("input[name=token]").val(),
            "id",
            notice.id(),
            "deed",
            deed,
            "value",
            value,
            "words",
            "So be it.");
    assertThat(house.post("/en/office/notices", fields, true).statusCode()).isEqualTo(303);
  }

  private Map<String, String> surfaces() {
    List<String> values =
        new ArrayList<>(
            List.of(
                "MiloTarn",
                "JanKowalski",
                "LinaFeld",
                "HarbourFair",
                "HarbourFair+MiloTarn",
                "crime",
                "general",
                "paper1.example",
                "tags-0.xml",
                "stories.xml"));
    for (String shown : List.of("Story m1", "Story m2", "Story j1", "Story j2", "Doomed one")) {
      values.add(articles.get(shown).hex());
    }
    return house.surfaces(values);
  }

  /** Where a name stands, with spaces or as a tag. */
  private static Map<String, String> naming(Map<String, String> shown, String name) {
    String form = name.replaceAll("[ _]", "");
    return shown.entrySet().stream()
        .filter(
            e ->
                e.getValue().contains(name)
                    || e.getValue().contains(form)
                    || e.getValue().contains(encoded(form)))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Map<String, String> showing(Map<String, String> shown, String headline) {
    return shown.entrySet().stream()
        .filter(e -> e.getValue().contains(headline))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static String encoded(String text) {
    return org.tagwire.server.web.Addresses.encode(text);
  }

  private void publish(String carrier, String title, Category category, Tagging... tags) {
    String url = "https://" + carrier + "/" + title.replace(' ', '-');
    Samples.Draft draft =
        Samples.article(url)
            .carrier(carrier.replace("www.", ""))
            .minutesAgo(articles.size() + 1L)
            .title(title)
            .body("Nothing but what number " + articles.size() + " says of it, and no more.")
            .category(category)
            .tags(tags);
    articles.put(title, draft.reading().id());
    works
        .store()
        .articles()
        .accept(
            List.of(new Accepted(draft.reading(), Optional.empty(), List.of(), false)),
            Optional.empty());
  }

  private static Tagging person(String name) {
    return Samples.tagging(name, TagKind.PERSON, Grade.ABOUT);
  }

  private static Tagging topic(String name) {
    return Samples.tagging(name, TagKind.TOPIC, Grade.ABOUT);
  }

  private static Tagging child(String name) {
    Mention mention = new Mention(name + ", 12, won the race on Tuesday.", name, 0.75);
    return new Tagging(TagKey.of(name), name, TagKind.PERSON, Grade.ABOUT, 0.5, List.of(mention));
  }

  private String said(String... words) {
    Lines told = new Lines();
    new Bureau(works)
        .carryOut(Order.of(words[0], Arrays.copyOfRange(words, 1, words.length)), told);
    return String.join("\n", told.results);
  }
}
