package org.tagwire.server.site;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tagwire.server.page.CardView;
import org.tagwire.server.page.Frame;
import org.tagwire.server.page.Link;

/**
 * The page of the watched names as its template places it.
 *
 * @param frame what stands around it
 * @param count how many names there are
 * @param looking what says that older articles are still being looked at; empty when they are done
 * @param csv the whole table in another form
 * @param change where names are added and removed
 * @param lines the names
 * @param next where the table goes on; absent at its end
 */
public record WatchView(
    Frame frame,
    String count,
    String looking,
    String csv,
    String change,
    List<Line> lines,
    @Nullable String next) {
  public WatchView {
    lines = List.copyOf(lines);
  }

  /**
   * A name.
   *
   * @param name its hashtag's page
   * @param line its line as its owner wrote it, word by word; empty where that is the name alone
   * @param today how many articles today
   * @param week how many in seven days
   * @param change how many more or fewer than in the seven days before
   * @param trend {@code up}, {@code down} or {@code even}
   * @param publishers how many publishers in seven days
   * @param last the newest article; absent while there is none
   */
  public record Line(
      Link name,
      List<String> line,
      String today,
      String week,
      String change,
      String trend,
      String publishers,
      @Nullable Last last) {
    public Line {
      line = List.copyOf(line);
    }
  }

  /**
   * The newest article.
   *
   * @param title its headline
   * @param href its page
   * @param publisher whose page it is
   * @param time when
   */
  public record Last(String title, String href, String publisher, CardView.Time time) {}
}
