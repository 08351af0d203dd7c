package org.tagwire.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Audience;
import org.tagwire.server.web.Reply;
import org.tagwire.server.web.Visit;
import org.tagwire.server.words.Digits;
import org.tagwire.server.words.Edition;
import org.tagwire.server.words.Words;

@Timeout(30)
class LiveDeskTest {
  private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
  private final AtomicLong change = new AtomicLong(1);
  private final AtomicInteger looks = new AtomicInteger();
  private final List<ArticleId> list = new CopyOnWriteArrayList<>(ids("a", "b"));
  private final List<Thread> threads = new ArrayList<>();
  private final LiveDesk desk =
      new LiveDesk(
          change::get,
          () -> NOW,
          edition -> Words.of(edition, Digits.AUTO, ZoneOffset.UTC),
          Duration.ofMillis(20));

  @AfterEach
  void everybodyGoesWhenItCloses() throws InterruptedException {
    desk.close();
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(desk.channels()).isZero();
  }

  private static List<ArticleId> ids(String... names) {
    return java.util.Arrays.stream(names).map(ArticleId::mint).toList();
  }

  private Visit visit(Edition edition, Audience audience, String... query) {
    Map<String, String> map = new java.util.HashMap<>();
    map.put(LiveDesk.SEEN, Glimpse.of(ids("a", "b"), false).token());
    for (int i = 0; i < query.length; i += 2) {
      map.put(query[i], query[i + 1]);
    }
    return new Visit(edition, audience, NOW, "http://localhost", Map.of("name", "Tide"), map);
  }

  private Optional<List<ArticleId>> look(Visit visit) {
    looks.incrementAndGet();
    return Optional.of(List.copyOf(list));
  }

  private void publish(String name) {
    list.addFirst(ArticleId.mint(name));
    change.incrementAndGet();
  }

  /** Opens a page and returns what it hears, line by line. */
  private BufferedReader listen(Visit visit) throws IOException {
    return listen("hashtag", visit, this::look);
  }

  private BufferedReader listen(String list, Visit visit, Lineup lineup) throws IOException {
    Reply reply = desk.open(list, visit, lineup).orElseThrow();
    PipedInputStream in = new PipedInputStream(1 << 16);
    OutputStream out = new PipedOutputStream(in);
    threads.add(
        Thread.startVirtualThread(
            () -> {
              try (out) {
                reply.findTicker().orElseThrow().run(out);
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            }));
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    assertThat(lines.readLine()).isEqualTo("retry: 5000");
    assertThat(lines.readLine()).isEmpty();
    return lines;
  }

  private static String event(BufferedReader lines) throws IOException {
    StringBuilder event = new StringBuilder();
    for (String line = lines.readLine(); !line.isEmpty(); line = lines.readLine()) {
      event.append(line).append('\n');
    }
    return event.toString();
  }

  @Test
  void tellsHowManyAreNewInWordsAndNothingElse() throws IOException {
    BufferedReader page = listen(visit(Edition.ENGLISH, Audience.PUBLIC));
    publish("c");
    assertThat(event(page))
        .isEqualTo(
            """
            id: 2
            event: news
            data: {"count":1,"text":"1 new article","show":"Show","dismiss":"Not now"}
            """);
    publish("d");
    assertThat(event(page)).contains("id: 3", "\"count\":2", "2 new articles");
  }

  @Test
  void aPageThatWasOldWhenItConnectsIsToldAtOnce() throws IOException {
    publish("c");
    publish("d");
    assertThat(event(listen(visit(Edition.ENGLISH, Audience.PUBLIC)))).contains("\"count\":2");
  }

  @Test
  void whatIsTakenBackIsUnsaid() throws IOException {
    BufferedReader page = listen(visit(Edition.ENGLISH, Audience.PUBLIC));
    publish("c");
    assertThat(event(page)).contains("\"count\":1");
    list.removeFirst();
    change.incrementAndGet();
    assertThat(event(page)).contains("\"count\":0");
  }

  @Test
  void eachEditionHearsItsOwnWords() throws IOException {
    BufferedReader page = listen(visit(Edition.ARABIC, Audience.PUBLIC));
    publish("c");
    publish("d");
    String event = event(page);
    assertThat(event.contains("مقالان جديدان") ? event : event(page)).contains("مقالان جديدان");
  }

  @Test
  void allPagesOfAListAreOneChannelAndOneLook() throws IOException {
    List<BufferedReader> pages = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      pages.add(listen(visit(Edition.ENGLISH, Audience.PUBLIC)));
    }
    assertThat(desk.channels()).isEqualTo(1);
    int before = looks.get();
    publish("c");
    for (BufferedReader page : pages) {
      assertThat(event(page)).contains("\"count\":1");
    }
    assertThat(looks.get() - before).isEqualTo(1);
  }

  @Test
  void whoSeesAnotherListIsAnotherChannel() throws IOException {
    listen(visit(Edition.ENGLISH, Audience.PUBLIC));
    listen(visit(Edition.ENGLISH, Audience.OWNER));
    listen(visit(Edition.ARABIC, Audience.PUBLIC));
    listen(visit(Edition.ENGLISH, Audience.PUBLIC, "about", "1"));
    listen(visit(Edition.ENGLISH, Audience.PUBLIC));
    assertThat(desk.channels()).isEqualTo(4);
  }

  @Test
  void whatNoListReadsMakesNoChannelOfItsOwn() throws IOException {
    listen(visit(Edition.ENGLISH, Audience.PUBLIC));
    listen(visit(Edition.ENGLISH, Audience.PUBLIC, "utm_source", "elsewhere"));
    listen(visit(Edition.ENGLISH, Audience.PUBLIC, "anything", "1"));
    assertThat(desk.channels()).isEqualTo(1);
  }

  @Test
  void whoJoinsWhileNothingChangesIsToldWhatOthersKnow() throws IOException {
    BufferedReader page = listen(visit(Edition.ENGLISH, Audience.PUBLIC));
    publish("c");
    event(page);
    int before = looks.get();
    assertThat(event(listen(visit(Edition.ENGLISH, Audience.PUBLIC)))).contains("\"count\":1");
    assertThat(looks.get()).isEqualTo(before);
  }

  @Test
  void aListThatFailsIsAskedAgainAndTheOthersGoOn() throws IOException {
    AtomicInteger failures = new AtomicInteger(3);
    BufferedReader late =
        listen(
            "story",
            visit(Edition.ENGLISH, Audience.PUBLIC),
            visit -> {
              if (change.get() > 1 && failures.getAndDecrement() > 0) {
                throw new IllegalStateException("the disk is on fire");
              }
              return look(visit);
            });
    BufferedReader page = listen(visit(Edition.ENGLISH, Audience.PUBLIC));
    publish("c");
    assertThat(event(page)).contains("\"count\":1");
    assertThat(event(late)).contains("\"count\":1");
  }

  @Test
  void whoHasNoPageOrNoGlimpseIsNotLetIn() {
    assertThat(
            desk.open(
                "hashtag", visit(Edition.ENGLISH, Audience.PUBLIC), visit -> Optional.empty()))
        .isEmpty();
    Visit bare = visit(Edition.ENGLISH, Audience.PUBLIC, LiveDesk.SEEN, "nonsense");
    assertThat(desk.open("hashtag", bare, this::look)).isEmpty();
  }

  @Test
  void nobodyIsTakenInAfterTheEnd() throws IOException {
    Reply reply =
        desk.open("hashtag", visit(Edition.ENGLISH, Audience.PUBLIC), this::look).orElseThrow();
    desk.close();
    reply.findTicker().orElseThrow().run(OutputStream.nullOutputStream());
    assertThat(desk.channels()).isZero();
  }

  @Test
  void theLiveAddressKeepsTheWayOfLooking() {
    assertThat(LiveDesk.address("/wire/en/", "/wire/en/hashtag/Tide?about=1", ids("a"), true))
        .startsWith("/wire/en/live/hashtag/Tide?about=1&seen=a");
    assertThat(LiveDesk.address("/en/", "/en/", ids("a"), false)).startsWith("/en/live/?seen=b");
  }
}
