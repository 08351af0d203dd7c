package org.tagwire.server.site;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.Announcement;
import org.tagwire.model.Article;
import org.tagwire.model.ArticleId;
import org.tagwire.model.ArticleText;
import org.tagwire.model.Card;
import org.tagwire.model.Category;
import org.tagwire.model.CopyPrint;
import org.tagwire.model.Credit;
import org.tagwire.model.Domain;
import org.tagwire.model.Grade;
import org.tagwire.model.HashtagGrammar;
import org.tagwire.model.Image;
import org.tagwire.model.ItemKey;
import org.tagwire.model.Language;
import org.tagwire.model.Mention;
import org.tagwire.model.Moment;
import org.tagwire.model.Origin;
import org.tagwire.model.Paragraph;
import org.tagwire.model.Placement;
import org.tagwire.model.Publisher;
import org.tagwire.model.Reading;
import org.tagwire.model.ShowLimits;
import org.tagwire.model.SourceId;
import org.tagwire.model.StageVersions;
import org.tagwire.model.StoryId;
import org.tagwire.model.TagKey;
import org.tagwire.model.TagKind;
import org.tagwire.model.Tagging;
import org.tagwire.model.Timing;
import org.tagwire.model.Understanding;
import org.tagwire.model.Visibility;
import org.tagwire.rights.Excerpts;
import org.tagwire.server.sample.Newsroom;
import org.tagwire.server.sample.SampleNews;
import org.tagwire.text.Sentences;

/**
 * Prints articles of every kind whose texts can be traced: long, short and without a body, of
 * several outlets about one event, copies, with all that publishers may say about showing them. The
 * excerpt of each is chosen as ingest does.
 */
final class TracedPress {
  private static final List<String> NAMES =
      List.of("Ada Quill", "Bo Marrow", "Crane Bay", "Dora Finch", "Eel Pie", "Fen Fair", "Gil Ode");
  private static final List<Integer> SNIPPETS =
      List.of(ShowLimits.UNLIMITED, ShowLimits.UNLIMITED, ShowLimits.UNLIMITED, 0, 20, 60, 120, 300);
  private static final List<String> JOINTS = List.of(" said ", " allegedly ", ", according to ", " ");

  private final Random random;
  private final Coinage coinage = new Coinage();
  private final List<TracedArticle> articles = new ArrayList<>();
  private final Newsroom newsroom = new Newsroom();

  TracedPress(long seed, int count) {
    this.random = new Random(seed);
    while (articles.size() < count) {
      event(articles.size(), 1 + random.nextInt(6));
    }
  }

  Newsroom newsroom() {
    return newsroom;
  }

  List<TracedArticle> articles() {
    return articles;
  }

  static List<String> names() {
    return NAMES;
  }

  /** Prints what some outlets write about one event; some take the text of the first. */
  private void event(int number, int outlets) {
    @Nullable ArticleId founder = null;
    for (int outlet = 0; outlet < outlets; outlet++) {
      boolean copy = founder != null && random.nextInt(5) == 0;
      Article article = article(number, outlet, founder, copy);
      founder = founder == null ? article.id() : founder;
      newsroom.print(article, card(article));
      articles.add(new TracedArticle(article));
      if (random.nextInt(4) == 0) {
        newsroom.renamed(article.id(), "Once " + coinage.next(), SampleNews.NOW);
      }
    }
  }

  private Article article(int event, int outlet, @Nullable ArticleId founder, boolean copy) {
    String url = "https://outlet" + outlet + ".example/" + coinage.next();
    ArticleId id = ArticleId.mint(url);
    List<Paragraph> body = body(event, random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(30));
    ShowLimits limits =
        new ShowLimits(
            Coinage.oneOf(random, SNIPPETS),
            true,
            random.nextInt(8) > 0,
            random.nextInt(8) > 0,
            random.nextBoolean(),
            random.nextInt(8) == 0);
    boolean summarised = body.isEmpty() || random.nextBoolean();
    ArticleText whole =
        new ArticleText(
            "Event " + event + " as outlet " + outlet + " has it",
            "",
            summarised ? sentence(event, 12) : "",
            body,
            "Culture",
            List.of(),
            random.nextInt(3) == 0 ? null : Image.of("https://pictures.example/" + id.hex()),
            ArticleText.BodySource.PAGE);
    ArticleText text = limits.mined() ? whole : whole.withoutBody();
    Moment published =
        Moment.of(SampleNews.NOW.minus(Duration.ofMinutes(event * 90L + outlet * 7L)));
    return new Article(
        new Reading(
            id,
            url,
            new Announcement(
                new SourceId(1), new ItemKey(id.hashCode()), 1, SampleNews.NOW, Visibility.PUBLIC),
            credit(outlet, copy),
            new Timing(published, null, published.instant()),
            text,
            new Understanding(
                random.nextInt(5) == 0 ? Language.ARABIC : Language.ENGLISH,
                Coinage.oneOf(random, List.of(Category.POLITICS, Category.CRIME, Category.GENERAL)),
                tags(text),
                null,
                CopyPrint.NONE),
            limits,
            new StageVersions(1, 1, 1)),
        new Placement(
            copy ? founder : null, new StoryId(founder == null ? id : founder), "generated"),
        1);
  }

  private static Credit credit(int outlet, boolean copy) {
    Publisher carrier =
        new Publisher(
            new Domain("outlet" + outlet + ".example"),
            "Outlet " + outlet,
            null,
            null,
            Language.ENGLISH);
    return new Credit(carrier, copy ? new Origin("Outlet 0", null, null) : null);
  }

  private List<Paragraph> body(int event, int paragraphs) {
    List<Paragraph> body = new ArrayList<>();
    for (int i = 0; i < paragraphs; i++) {
      StringBuilder text = new StringBuilder(i == 0 ? known(event) : "");
      int sentences = 1 + random.nextInt(4);
      for (int j = 0; j < sentences; j++) {
        text.append(text.isEmpty() ? "" : " ").append(sentence(event, 3 + random.nextInt(30)));
      }
      body.add(Paragraph.of(text.toString()));
    }
    return body;
  }

  /** What every outlet says of an event, each in some words of its own. */
  private String known(int event) {
    StringBuilder text = new StringBuilder("On Monday");
    for (int i = 0; i < 6; i++) {
      text.append(' ').append(Coinage.shared(event * 8 + i));
      if (i % 3 == 1) {
        text.append(' ').append(coinage.next());
      }
    }
    return text.append('.').toString();
  }

  private String sentence(int event, int words) {
    StringBuilder text = new StringBuilder(capital(coinage.next()));
    for (int i = 1; i < words; i++) {
      text.append(i % 7 == 3 ? Coinage.oneOf(random, JOINTS) : " ");
      text.append(
          random.nextInt(9) == 0
              ? Coinage.oneOf(random, NAMES)
              : random.nextInt(9) == 0 ? Coinage.shared(event * 8 + i % 8) : coinage.next());
    }
    return text.append('.').toString();
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private List<Tagging> tags(ArticleText text) {
    List<Tagging> tags = new ArrayList<>();
    for (String name : NAMES) {
      List<Mention> mentions = new ArrayList<>();
      for (Paragraph paragraph : text.paragraphs()) {
        Sentences.of(paragraph.text()).stream()
            .filter(sentence -> sentence.contains(name))
            .forEach(sentence -> mentions.add(new Mention(sentence, name, 0.5)));
      }
      if (!mentions.isEmpty() || random.nextInt(6) == 0) {
        TagKind kind = name.equals("Crane Bay") ? TagKind.PLACE : TagKind.PERSON;
        Grade grade = tags.size() < 3 ? Grade.ABOUT : Grade.MENTIONS;
        tags.add(new Tagging(TagKey.of(name), name, kind, grade, 0.5, mentions));
      }
    }
    return tags;
  }

  private static Card card(Article article) {
    Reading reading = article.reading();
    String plain = reading.text().plain();
    boolean whole = plain.length() <= Card.OPENING_LENGTH;
    Instant order = reading.timing().order();
    return new Card(
        reading.id(),
        reading.url(),
        reading.text().title(),
        reading.credit().carrier().domain(),
        reading.credit().carrier().name(),
        reading.credit().findOrigin().map(Origin::name).orElse(null),
        reading.timing().published(),
        order,
        reading.understanding().category(),
        reading.understanding().language(),
        reading.limits().pictured() ? reading.text().image() : null,
        whole ? plain : plain.substring(0, Card.OPENING_LENGTH),
        Excerpts.choose(reading.text(), reading.understanding().about(), reading.limits()),
        whole,
        reading.understanding().about().stream()
            .limit(Card.MAX_CHIPS)
            .map(
                t -> new Card.Chip(HashtagGrammar.form(t.name()).orElseThrow(), t.name(), t.kind()))
            .toList(),
        new Card.Group(article.placement().story(), article.placement().copyGroup(article.id())));
  }
}
