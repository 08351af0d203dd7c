package org.tagwire.server.site;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tagwire.server.page.CardView;
import org.tagwire.server.page.Frame;
import org.tagwire.server.page.Nameplate;

/**
 * A source's page as its template places it.
 *
 * @param frame what stands around it
 * @param list where all sources stand
 * @param change where its owner changes it; empty for anybody else
 * @param title what it calls itself
 * @param publisher whose it is
 * @param address its address, without what opens it; empty where that is its title
 * @param state where it stands: a name for the style and words
 * @param summary the facts that stand first
 * @param facts what else is known, name and value
 * @param findings what is wrong with it
 * @param notes what is good to know of it
 * @param polls its last polls, latest first
 */
public record SourceView(
    Frame frame,
    String list,
    String change,
    String title,
    Nameplate publisher,
    String address,
    Badge state,
    List<String> summary,
    List<Fact> facts,
    List<Said> findings,
    List<Said> notes,
    List<PollLine> polls) {
  public SourceView {
    summary = List.copyOf(summary);
    facts = List.copyOf(facts);
    findings = List.copyOf(findings);
    notes = List.copyOf(notes);
    polls = List.copyOf(polls);
  }

  /**
   * A word in a colour.
   *
   * @param kind which style: ok, new, failing, gone, paused, problem, warning, remark
   * @param words what it says
   */
  public record Badge(String kind, String words) {}

  /**
   * Something known.
   *
   * @param name what
   * @param value how much of it
   * @param href where it leads; absent for nowhere
   */
  public record Fact(String name, String value, @Nullable String href) {}

  /**
   * A finding.
   *
   * @param badge how much it matters
   * @param code its lasting name, the anchor of its place on the page
   * @param sentence what it is
   * @param done what Tagwire does
   * @param advice what the publisher could do; empty for nothing
   */
  public record Said(Badge badge, String code, String sentence, String done, String advice) {}

  /**
   * A poll.
   *
   * @param at when
   * @param good whether it went well
   * @param outcome what came of it
   * @param detail more of that; empty for nothing
   * @param took how long it took
   * @param items how many items; empty where none came
   * @param fresh how many were new; empty where none came
   */
  public record PollLine(
      CardView.Time at,
      boolean good,
      String outcome,
      String detail,
      String took,
      String items,
      String fresh) {}
}
