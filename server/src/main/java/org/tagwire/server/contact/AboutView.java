package org.tagwire.server.contact;

import java.util.List;
import org.tagwire.server.page.Frame;
import org.tagwire.server.page.Link;

/**
 * The page about the site.
 *
 * @param frame what stands around it
 * @param lead what the site is, in a sentence
 * @param sections its parts
 */
public record AboutView(Frame frame, String lead, List<Section> sections) {
  public AboutView {
    sections = List.copyOf(sections);
  }

  /**
   * A part of the page.
   *
   * @param id its anchor
   * @param heading what it is about
   * @param lines its paragraphs
   * @param said what the owner says, in whatever language
   * @param rows its figures
   * @param links where it leads
   */
  public record Section(
      String id,
      String heading,
      List<String> lines,
      List<String> said,
      List<Row> rows,
      List<Link> links) {
    public Section {
      lines = List.copyOf(lines);
      said = List.copyOf(said);
      rows = List.copyOf(rows);
      links = List.copyOf(links);
    }
  }

  /**
   * A figure.
   *
   * @param name of what
   * @param value how much
   * @param command how it was measured; empty where it was counted
   */
  public record Row(String name, String value, String command) {}
}
