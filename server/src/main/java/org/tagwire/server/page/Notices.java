package org.tagwire.server.page;

import gg.jte.generated.precompiled.JtenoticeGenerated;
import java.util.List;
import java.util.Set;
import org.tagwire.model.Hashtag;
import org.tagwire.server.web.Reply;
import org.tagwire.server.words.Edition;
import org.tagwire.server.words.Words;

/** Says why there is no page: what happened, what to do, and never anything about the inside. */
public final class Notices {
  private static final Set<Integer> WORDED =
      Set.of(400, 401, 403, 404, 405, 410, 413, 415, 421, 429, 500, 503);

  private final Frames frames;
  private final Cards cards;
  private final Dictionary dictionary;

  public Notices(Frames frames, Cards cards, Dictionary dictionary) {
    this.frames = frames;
    this.cards = cards;
    this.dictionary = dictionary;
  }

  public Reply of(int status, Edition edition) {
    return of(status, edition, "");
  }

  /** Says what happened and under which number it was written down. */
  public Reply of(int status, Edition edition, String number) {
    Words words = dictionary.in(edition);
    String key = "error." + worded(status);
    return reply(status, edition, words.text(key), words.text(key + ".text"), number, List.of());
  }

  /** Says that there is no such hashtag, and which are near. */
  public Reply noTag(Edition edition, List<Hashtag> nearest) {
    Words words = dictionary.in(edition);
    String text = words.text(nearest.isEmpty() ? "error.404.text" : "error.404.nearest");
    List<CardView.Tag> tags = nearest.stream().map(t -> cards.tag(t, edition)).toList();
    return reply(404, edition, words.text("error.404.tag"), text, "", tags);
  }

  private Reply reply(
      int status,
      Edition edition,
      String heading,
      String text,
      String number,
      List<CardView.Tag> tags) {
    Frame frame = frames.ofNotice(edition, heading);
    return Reply.of(status, Reply.HTML, sheet(new NoticeView(frame, heading, text, number, tags)));
  }

  private static byte[] sheet(NoticeView view) {
    return Sheet.of(out -> JtenoticeGenerated.render(out, null, view));
  }

  private static int worded(int status) {
    if (WORDED.contains(status)) {
      return status;
    }
    return status < 500 ? 400 : 500;
  }
}
