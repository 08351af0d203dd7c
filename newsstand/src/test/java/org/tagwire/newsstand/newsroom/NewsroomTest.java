package org.tagwire.newsstand.newsroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewsroomTest {

  private static final String PUBLISHER =
      """
      domain: a.example
      name: A
      language: en
      country: GB
      feed: rss
      page: classic
      sections: News
      """;
  private static final String ACCOUNT =
      """
      === a.example
      slug: one
      at: -1d 08:00
      title: One
      section: News
      category: General

      Text.
      """;

  @TempDir private Path folder;

  @Test
  void readsAnAccountWithAllItsFields() {
    Newsroom newsroom = Newsroom.ofResources("fixture");
    assertThat(newsroom.publishers()).hasSize(6);
    assertThat(newsroom.files())
        .extracting(StoryFile::name)
        .containsExactly("stories/01-crane.txt", "singles/01-live.txt");
    StoryFile story = newsroom.files().getFirst();
    assertThat(story.event()).isEqualTo("The old harbour crane of Sandholm is to be saved.");
    Account account = story.accounts().get(1);
    assertThat(account.reference()).hasToString("tide-times.example/old-crane-saved");
    assertThat(account.schedule().at())
        .isEqualTo(new Appearance.DaysBefore(2, LocalTime.of(9, 30)));
    assertThat(account.imprint())
        .isEqualTo(
            new Account.Imprint("Pim Harrow", "Sport & Sea", List.of("cranes", "Sandholm"), true));
    assertThat(account.truth())
        .isEqualTo(
            new Account.Truth(
                "Society",
                List.of(new Label("Sandholm", "place")),
                List.of(new Label("Orla Fenn", "person"))));
    assertThat(account.credits().wire())
        .isEqualTo(new Reference("wire-desk.example", "crane-saved"));
  }

  @Test
  void readsTheKindsOfBlocks() {
    Account account = Newsroom.ofResources("fixture").files().getFirst().accounts().getFirst();
    assertThat(account.wording().body())
        .extracting(Block::kind)
        .containsExactly(
            Block.Kind.PARAGRAPH,
            Block.Kind.QUOTATION,
            Block.Kind.CROSSHEAD,
            Block.Kind.PARAGRAPH,
            Block.Kind.ITEM,
            Block.Kind.ITEM);
  }

  @Test
  void readsCorrectionsAndWithdrawals() {
    List<Account> live = Newsroom.ofResources("fixture").files().getLast().accounts();
    assertThat(live.get(0).schedule().correction())
        .isEqualTo(new Correction.NewTitle(Duration.ofSeconds(120), "Ferry is on time after all"));
    assertThat(live.get(1).schedule().withdrawn()).isEqualTo(Duration.ofSeconds(180));
    assertThat(live.get(3).schedule().correction())
        .isEqualTo(
            new Correction.NewParagraph(Duration.ofSeconds(30), 2, "It goes on, corrected."));
  }

  @Test
  void readsOutOfAJar() throws Exception {
    Path jar = folder.resolve("news room.jar");
    try (FileSystem files = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
      Files.createDirectories(files.getPath("newsroom/singles"));
      Files.writeString(files.getPath("newsroom/publishers.txt"), PUBLISHER);
      Files.writeString(files.getPath("newsroom/singles/01.txt"), ACCOUNT);
    }
    var marker = URI.create("jar:" + jar.toUri() + "!/newsroom/publishers.txt").toURL();
    assertThat(Newsroom.ofResource(marker, "newsroom").accounts()).hasSize(1);
  }

  @Test
  void saysFileAndLineOfEveryMistakeAtOnce() throws IOException {
    write("publishers.txt", PUBLISHER);
    write("singles/01.txt", ACCOUNT.replace("title:", "titel:"));
    write("singles/02.txt", ACCOUNT.replace("-1d 08:00", "last week"));
    write("stories/01.txt", ACCOUNT);
    assertThatThrownBy(() -> Newsroom.of(folder))
        .isInstanceOf(NewsroomException.class)
        .hasMessageContaining("3 mistakes")
        .hasMessageContaining("singles/01.txt:4: expected 'key: value'")
        .hasMessageContaining("singles/02.txt:3: at: 'last week' must be like '-3d 09:15'")
        .hasMessageContaining("stories/01.txt:1: a story file begins with 'event:");
  }

  @Test
  void readsOnAfterAMistake() throws IOException {
    write("publishers.txt", PUBLISHER);
    write(
        "singles/01.txt",
        ACCOUNT.replace("General", "Gossip") + "\n" + ACCOUNT.replace("News", "Sport"));
    assertThatThrownBy(() -> Newsroom.of(folder))
        .hasMessageContaining("singles/01.txt:6: category: 'Gossip' is not one of")
        .hasMessageContaining("singles/01.txt:10: 'a.example' has no section 'Sport'");
  }

  @Test
  void refusesWhatDoesNotFitTogether() throws IOException {
    assertMistake(ACCOUNT.replace("a.example", "b.example"), ":1: no publisher 'b.example'");
    assertMistake(ACCOUNT + "\n" + ACCOUNT, ":10: a.example/one is already used in");
    assertMistake(
        with("wire: a.example/two"), ":1: it refers to a.example/two, which does not exist");
    assertMistake(with("about: One|thing"), ":7: about: kind 'thing' of 'One' is not one of");
    assertMistake(with("image: perhaps"), ":7: image: must be yes or no, was perhaps");
    assertMistake(with("withdrawn: soon"), ":7: withdrawn: 'soon' must be like '+120s'");
    assertMistake(
        with("correction: +5s paragraph 3: X"), "names paragraph 3, but there are only 1");
    assertMistake(
        with("withdrawn: +20s").replace("-1d 08:00", "+30s"),
        "withdrawn at +20s, but it appears only at +30s");
    assertMistake(ACCOUNT.replace("\nText.\n", ""), ":1: an article needs at least one paragraph");
    assertMistake(ACCOUNT.replace("slug: one", "slug: a/b"), ":2: slug: 'a/b' may hold letters");
    assertMistake("Once upon a time", ":1: expected '=== <publisher domain>'");
  }

  private void assertMistake(String single, String message) throws IOException {
    write("publishers.txt", PUBLISHER);
    write("singles/01.txt", single);
    assertThatThrownBy(() -> Newsroom.of(folder))
        .isInstanceOf(NewsroomException.class)
        .hasMessageContaining(message);
  }

  private static String with(String field) {
    return ACCOUNT.replace("category: General\n", "category: General\n" + field + "\n");
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
