package org.tagwire.server.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.TagKey;
import org.tagwire.query.TagDirectory.CoveredPage;
import org.tagwire.query.TagDirectory.DirectoryPage;
import org.tagwire.server.page.Cards;
import org.tagwire.server.page.Dictionary;
import org.tagwire.server.page.Frames;
import org.tagwire.server.page.Link;
import org.tagwire.server.page.Notices;
import org.tagwire.server.page.TagLine;
import org.tagwire.server.page.Tools;
import org.tagwire.server.web.Addresses;
import org.tagwire.server.web.Questions;
import org.tagwire.server.web.Reply;
import org.tagwire.server.web.Visit;
import org.tagwire.server.words.Edition;
import org.tagwire.server.words.Words;

/** Answers visits to the index of hashtags. Safe for use by many threads. */
final class TagDesk {
  private static final String LETTER = "letter";
  private static final String COVERED = "covered";
  private static final String PAGE = "page";
  private static final int MOST_PAGES = 10;

  private final Questions questions;
  private final Addresses addresses;
  private final Dictionary dictionary;
  private final Frames frames;
  private final Cards cards;
  private final Notices notices;

  /** An alphabet takes a while to make and is asked for by few. */
  private final Map<Edition, Alphabet> alphabets = new ConcurrentHashMap<>();

  TagDesk(Questions questions, Tools tools) {
    this.questions = questions;
    this.addresses = tools.addresses();
    this.dictionary = tools.dictionary();
    this.frames = tools.frames();
    this.cards = tools.cards();
    this.notices = tools.notices();
  }

  Reply open(Visit visit) {
    if (visit.findQuery(Visit.LAYOUT).filter(COVERED::equals).isPresent()) {
      return covered(visit);
    }
    Optional<String> from = visit.findQuery(Visit.AFTER);
    Optional<TagKey> key = from.flatMap(TagKey::parse);
    if (from.isPresent() && key.isEmpty()) {
      return notices.of(400, visit.edition());
    }
    Optional<String> letter = visit.findQuery(LETTER);
    return letter.isPresent() ? letter(visit, letter.get(), key) : all(visit, key);
  }

  private Reply all(Visit visit, Optional<TagKey> from) {
    DirectoryPage page = questions.directory().open(from, visit.audience());
    List<TagLine> covered =
        from.isPresent()
            ? List.of()
            : cards.covered(
                questions.front().mostCovered(visit.audience(), visit.now()), visit.edition());
    return show(visit, "", covered, page);
  }

  private Reply letter(Visit visit, String label, Optional<TagKey> from) {
    return letters(visit).stream()
        .filter(letter -> letter.label().equals(label))
        .findFirst()
        .map(l -> questions.directory().open(l.firsts(), from, visit.audience()))
        .map(page -> show(visit, label, List.of(), page))
        .orElseGet(() -> notices.of(404, visit.edition()));
  }

  private Reply covered(Visit visit) {
    Optional<Integer> number = page(visit);
    if (number.isEmpty()) {
      return notices.of(400, visit.edition());
    }
    CoveredPage page = questions.directory().covered(number.get(), visit.audience(), visit.now());
    String next = page.more() ? coveredPage(visit.edition(), number.get() + 1) : null;
    List<TagLine> lines = cards.covered(page.tags(), visit.edition());
    return Reply.of(
        Reply.HTML,
        Templates.directory(
            new DirectoryView(
                frames.of(visit.edition(), heading(visit), addresses::hashtags),
                links(visit, null),
                lines,
                "lists.coveredMonth",
                List.of(),
                next)));
  }

  private static Optional<Integer> page(Visit visit) {
    String text = visit.findQuery(PAGE).orElse("0");
    return text.matches("\\d{1,2}") && Integer.parseInt(text) < MOST_PAGES
        ? Optional.of(Integer.valueOf(text))
        : Optional.empty();
  }

  private Reply show(Visit visit, String label, List<TagLine> covered, DirectoryPage page) {
    Edition edition = visit.edition();
    String letter = label.isEmpty() ? "" : LETTER + "=" + Addresses.encode(label) + "&";
    String next =
        page.findNext()
            .map(
                k ->
                    addresses.hashtags(edition)
                        + "?"
                        + letter
                        + Visit.AFTER
                        + "="
                        + Addresses.encode(k.value()))
            .orElse(null);
    return Reply.of(
        Reply.HTML,
        Templates.directory(
            new DirectoryView(
                frames.of(edition, heading(visit), addresses::hashtags),
                links(visit, label),
                covered,
                "heading.covered",
                alphabet(edition).sorted(page.tags()).stream()
                    .map(tag -> cards.tag(tag, edition))
                    .toList(),
                next)));
  }

  private String heading(Visit visit) {
    return dictionary.in(visit.edition()).text("heading.hashtags");
  }

  /** The most covered, all, and the letters; {@code current} is null on the page of the first. */
  private List<Link> links(Visit visit, @Nullable String current) {
    Edition edition = visit.edition();
    Words words = dictionary.in(edition);
    List<Link> links = new ArrayList<>();
    links.add(new Link(words.text("lists.covered"), coveredPage(edition, 0), "", current == null));
    links.add(
        new Link(words.text("list.all"), addresses.hashtags(edition), "", "".equals(current)));
    for (Alphabet.Letter letter : letters(visit)) {
      String label = letter.label();
      String href = addresses.hashtags(edition) + "?" + LETTER + "=" + Addresses.encode(label);
      links.add(new Link(label, href, "", label.equals(current)));
    }
    return links;
  }

  private String coveredPage(Edition edition, int page) {
    String view = addresses.hashtags(edition) + "?" + Visit.LAYOUT + "=" + COVERED;
    return page == 0 ? view : view + "&" + PAGE + "=" + page;
  }

  private List<Alphabet.Letter> letters(Visit visit) {
    return alphabet(visit.edition())
        .letters(questions.directory().initials(visit.audience(), visit.now()));
  }

  private Alphabet alphabet(Edition edition) {
    return alphabets.computeIfAbsent(edition, Alphabet::new);
  }
}
