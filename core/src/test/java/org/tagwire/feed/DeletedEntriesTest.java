package org.tagwire.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeletedEntriesTest {
  private static final String SPACE = "http://purl.org/atompub/tombstones/1.0";

  @Test
  void namesWhatAFeedHasDeleted() {
    String feed =
        "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:at='"
            + SPACE
            + "'><entry><id>here</id></entry><at:deleted-entry ref='tag:a.example,1' when='2031-01-01T00:00:00Z'/>"
            + "<at:deleted-entry ref=' tag:a.example,2 '><at:comment>spam</at:comment></at:deleted-entry></feed>";

    assertThat(of(feed)).containsExactly("tag:a.example,1", "tag:a.example,2");
  }

  @Test
  void readsATombstoneThatStandsAlone() {
    assertThat(of("<deleted-entry xmlns='" + SPACE + "' ref='g7'/>")).containsExactly("g7");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<rss/>",
        "<at:deleted-entry ref='g1'/>",
        "<a xmlns:at='http://purl.org/atompub/tombstones/1.0'><at:deleted-entry/></a>",
        "<a xmlns:at='http://purl.org/atompub/tombstones/1.0'><at:deleted-entry ref=' '/></a>"
      })
  void findsNothingWhereNothingIsSaid(String document) {
    assertThat(of(document)).isEmpty();
  }

  @Test
  void readsNoMoreThanItsBounds() {
    String one = "<at:deleted-entry ref='g'/>";
    assertThat(of("<a xmlns:at='" + SPACE + "'>" + one.repeat(3_000))).hasSize(500);
    assertThat(of("<a xmlns:at='" + SPACE + "'>" + "<b>".repeat(200_000))).isEmpty();
    assertThat(
            of("<a xmlns:at='" + SPACE + "'><at:deleted-entry ref='" + "x".repeat(3_000) + "'/>"))
        .isEmpty();
  }

  private static java.util.List<String> of(String document) {
    return DeletedEntries.of(document.getBytes(UTF_8));
  }
}
