package org.tagwire.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.tagwire.extract.BlockReader.Cut;
import org.tagwire.extract.ExtractedPage.Verdict;
import org.tagwire.model.Paragraph;

/**
 * The entries of a live blog: parts of the body that hold one time each.
 *
 * <p>They stay in the page's own order, newest first as a rule. An entry begins with a heading that
 * is its time: the machine's form where the page has it, else as printed.
 */
final class LiveBlog {
  private static final int FEWEST = 2;
  private static final int MOST = 1000;
  private static final int LONGEST_TIME = 40;
  private static final Pattern NAME = Pattern.compile("live-?_?(?:blog|ticker|feed|stream|update)");

  private LiveBlog() {}

  /** Says whether a part of a page calls itself a live blog and has entries. */
  static boolean isNamed(Cut cut, Frame body) {
    boolean named = false;
    for (Frame frame = body; frame != null && !named; frame = frame.parent) {
      named = isNamed(frame.element);
    }
    for (Frame child : body.children) {
      named |= isNamed(child.element);
    }
    return named && entries(cut, body).size() > FEWEST;
  }

  private static boolean isNamed(Element element) {
    String names = element.className() + ' ' + element.id();
    return names.length() < 300 && NAME.matcher(names.toLowerCase(Locale.ROOT)).find();
  }

  /** Returns the verdicts with the time of each entry before its first kept block. */
  static List<Verdict> stamp(List<Verdict> verdicts, Cut cut, Frame body) {
    Map<Integer, String> times = new HashMap<>();
    List<Entry> entries = entries(cut, body);
    for (Entry entry : entries.size() < FEWEST ? List.<Entry>of() : entries) {
      for (int i = entry.frame.first; i < entry.frame.last; i++) {
        if (verdicts.get(i).kept()) {
          times.put(i, entry.time);
          break;
        }
      }
    }
    List<Verdict> stamped = new ArrayList<>();
    for (int i = 0; i < verdicts.size(); i++) {
      Verdict verdict = verdicts.get(i);
      String time = times.get(i);
      if (time != null) {
        Paragraph heading = new Paragraph(Paragraph.Kind.HEADING, time);
        stamped.add(new Verdict(heading, true, verdict.paid(), "an entry's time"));
      }
      stamped.add(verdict);
    }
    return stamped;
  }

  private record Entry(Frame frame, String time) {}

  private static List<Entry> entries(Cut cut, Frame body) {
    Map<Element, Frame> frames = new IdentityHashMap<>();
    for (Frame frame : cut.frames()) {
      if (frame != body && frame.isWithin(body)) {
        frames.put(frame.element, frame);
      }
    }
    List<Entry> entries = new ArrayList<>();
    List<Element> times = body.element.select("time").stream().limit(MOST).toList();
    Map<Element, Integer> held = held(times, body);
    for (Element time : times) {
      Frame entry = around(time, frames, held);
      String text = text(time);
      if (entry != null && !text.isEmpty()) {
        entries.add(new Entry(entry, text));
      }
    }
    return entries;
  }

  /** Returns the largest frame in the body that holds this time and no other. */
  private static @Nullable Frame around(
      Element time, Map<Element, Frame> frames, Map<Element, Integer> held) {
    Frame found = null;
    for (Element at = time.parent();
        at != null && held.getOrDefault(at, 0) == 1;
        at = at.parent()) {
      Frame frame = frames.get(at);
      found = frame == null ? found : frame;
    }
    return found;
  }

  /** Counts the times in every element of the body that holds any. */
  private static Map<Element, Integer> held(List<Element> times, Frame body) {
    Map<Element, Integer> held = new IdentityHashMap<>();
    for (Element time : times) {
      for (Element at = time.parent(); at != null && at != body.element; at = at.parent()) {
        held.merge(at, 1, Integer::sum);
      }
    }
    return held;
  }

  private static String text(Element time) {
    String machine = time.attr("datetime").strip();
    String text = machine.isEmpty() ? time.text().strip() : machine;
    return text.length() <= LONGEST_TIME ? text : "";
  }
}
