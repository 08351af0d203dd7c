package org.tagwire.server.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tagwire.model.ArticleId;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.SourceId;
import org.tagwire.model.StoryId;
import org.tagwire.query.ArticlePages;
import org.tagwire.query.ListView;
import org.tagwire.query.StoryPages;
import org.tagwire.server.web.Addresses;
import org.tagwire.server.web.Questions;
import org.tagwire.server.web.Refusals;
import org.tagwire.server.web.Reply;
import org.tagwire.server.web.SiteOptions;
import org.tagwire.server.web.Visit;
import org.tagwire.server.words.Diagnoses;
import org.tagwire.server.words.Digits;
import org.tagwire.server.words.Edition;
import org.tagwire.server.words.Words;
import tools.jackson.databind.json.JsonMapper;

/**
 * The API: its routes, each a question to {@code query} answered as JSON. Safe for use by many
 * threads.
 */
public final class Api implements Refusals {
  /** What begins the path of every route. */
  public static final String ROOT = "/api/v1";

  private static final String SENSELESS = "A parameter makes no sense";
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Questions questions;
  private final Addresses addresses;
  private final Diagnoses english;
  private final ZoneId zone;
  private final FrontDesk desk;
  private final ListDesk lists;
  private final SearchDesk search;
  private final byte[] document = read("/site/openapi.json");

  /** Answers in English and in UTC; a day that is asked for begins where the site is. */
  public Api(Questions questions, Addresses addresses, SiteOptions options) {
    this.questions = questions;
    this.addresses = addresses;
    this.zone = options.zone();
    this.desk = new FrontDesk(questions, options);
    Words words = Words.of(Edition.ENGLISH, Digits.LATN, ZoneOffset.UTC);
    this.english = new Diagnoses(words);
    this.lists = new ListDesk(questions, addresses, words, zone);
    this.search = new SearchDesk(questions, addresses, words, zone);
  }

  /** Returns who answers at which path, prefix not included. */
  public Map<String, Function<Visit, Reply>> routes() {
    Map<String, Function<Visit, Reply>> routes = new LinkedHashMap<>();
    routes.put(ROOT + "/openapi.json", visit -> Reply.of(Reply.JSON, document));
    routes.put(ROOT + "/front", this::front);
    routes.put(ROOT + "/trends", this::trends);
    routes.put(ROOT + "/hashtags", desk::hashtags);
    routes.put(ROOT + "/hashtags/{tag}", lists::hashtag);
    routes.put(ROOT + "/news", lists::news);
    routes.put(ROOT + "/articles/{id}", this::article);
    routes.put(ROOT + "/stories/{id}", this::story);
    routes.put(ROOT + "/publishers/{domain}", lists::publisher);
    routes.put(ROOT + "/categories/{slug}", lists::category);
    routes.put(ROOT + "/folders/<name>", lists::folder);
    routes.put(ROOT + "/followed/{name}", lists::followed);
    routes.put(ROOT + "/search", search::search);
    routes.put(ROOT + "/suggest", search::suggest);
    routes.put(ROOT + "/sources", this::sources);
    routes.put(ROOT + "/sources/{id}", this::source);
    routes.put(ROOT + "/watch", this::watch);
    routes.put(ROOT + "/following", desk::following);
    routes.put(ROOT + "/about", desk::about);
    return routes;
  }

  @Override
  public Reply of(int status, Edition edition, String number) {
    ErrorCode code = status == 404 || status == 410 ? ErrorCode.NOT_FOUND : ErrorCode.BAD_REQUEST;
    return problem(status, status < 500 ? code : ErrorCode.STORE_FAILED, number);
  }

  private Reply front(Visit visit) {
    return seen(visit, view -> json(WireWriter.front(questions.front().open(view, visit.now()))));
  }

  private Reply trends(Visit visit) {
    return json(WireWriter.trends(questions.trends().at(visit.now(), visit.audience())));
  }

  private Reply article(Visit visit) {
    Optional<ArticleId> id = ArticleId.parse(visit.requirePath("id"));
    return id.isEmpty() ? problem(404) : seen(visit, view -> article(id.get(), view));
  }

  private Reply article(ArticleId id, ListView view) {
    return switch (questions.articles().open(id, view)) {
      case ArticlePages.Found found -> json(WireWriter.article(found.page()));
      case ArticlePages.Moved moved -> Reply.movedTo(addresses.api("articles/" + moved.to().hex()));
      case ArticlePages.Withdrawn withdrawn -> problem(410);
      case ArticlePages.Unknown unknown -> problem(404);
    };
  }

  private Reply story(Visit visit) {
    Optional<ArticleId> id = ArticleId.parse(visit.requirePath("id"));
    return id.isEmpty() ? problem(404) : seen(visit, view -> story(new StoryId(id.get()), view));
  }

  private Reply story(StoryId id, ListView view) {
    return switch (questions.stories().open(id, view)) {
      case StoryPages.Found found -> json(WireWriter.story(found.page()));
      case StoryPages.Merged merged ->
          Reply.movedTo(addresses.api("stories/" + merged.into().hex()));
      case StoryPages.Unknown unknown -> problem(404);
    };
  }

  /** The sources are their owner's business. */
  private Reply sources(Visit visit) {
    return visit.isOwner()
        ? json(WireWriter.sources(questions.doctor().list(visit.audience())))
        : problem(404);
  }

  private Reply watch(Visit visit) {
    return questions
        .watch()
        .overview(visit.audience(), visit.now(), zone)
        .map(overview -> json(WireWriter.watch(overview)))
        .orElseGet(() -> problem(404));
  }

  private Reply source(Visit visit) {
    String written = visit.requirePath("id");
    Optional<SourceId> id =
        written.matches("[1-9]\\d{0,17}")
            ? Optional.of(new SourceId(Long.parseLong(written)))
            : Optional.empty();
    return id.flatMap(i -> questions.doctor().find(i, visit.audience(), visit.now()))
        .map(page -> json(WireWriter.source(page, english)))
        .orElseGet(() -> problem(404));
  }

  private static Reply seen(Visit visit, Function<ListView, Reply> handler) {
    return visit.view().map(handler).orElseGet(() -> Faults.answer(visit));
  }

  static Reply problem(int status) {
    return problem(status, status == 400 ? ErrorCode.BAD_REQUEST : ErrorCode.NOT_FOUND, "");
  }

  /**
   * Names the status and who must act (RFC 9457); the type is the status itself, {@code
   * about:blank}.
   */
  private static Reply problem(int status, ErrorCode code, String number) {
    String title =
        switch (status) {
          case 401 -> "The owner's password is needed";
          case 403 -> "The request came from another site";
          case 404 -> "Nothing is there";
          case 405 -> "Only GET is answered here";
          case 410 -> "Withdrawn for good";
          case 421 -> "No site of this name is served here";
          case 503 -> "Not available just now";
          default -> status < 500 ? SENSELESS : "Something broke";
        };
    return problem(status, code, title, number);
  }

  /** Says in one line what was wrong. */
  static Reply problem(int status, ErrorCode code, String title, String number) {
    String written = number.isEmpty() ? null : number;
    return problem(new Wire.Problem("about:blank", title, status, code.label(), null, written));
  }

  /** Says which parameter makes no sense, and what would. */
  static Reply fault(String detail) {
    String code = ErrorCode.BAD_REQUEST.label();
    return problem(new Wire.Problem("about:blank", SENSELESS, 400, code, detail, null));
  }

  private static Reply problem(Wire.Problem problem) {
    return Reply.of(problem.status(), Reply.PROBLEM, bytes(problem));
  }

  static Reply json(Object answer) {
    return Reply.of(Reply.JSON, bytes(answer));
  }

  /**
   * By way of a string: half a surrogate pair in a publisher's text becomes a question mark and not
   * an error.
   */
  private static byte[] bytes(Object answer) {
    return MAPPER.writeValueAsString(answer).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] read(String file) {
    try (InputStream in = Api.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(
            "the resource '" + file + "' is not in the jar; build it again");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("the resource '" + file + "' cannot be read", e);
    }
  }
}
