package org.tagwire.server.site;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.ArticleId;
import org.tagwire.model.HeadlineChange;
import org.tagwire.model.Moment;
import org.tagwire.query.Account;
import org.tagwire.query.ListPlace;
import org.tagwire.query.StoryDigest;
import org.tagwire.query.StoryPages.StoryPage;
import org.tagwire.server.page.CardView;
import org.tagwire.server.page.Cards;
import org.tagwire.server.page.Frames;
import org.tagwire.server.page.Link;
import org.tagwire.server.page.Numbers;
import org.tagwire.server.web.Addresses;
import org.tagwire.server.web.Visit;
import org.tagwire.server.words.Words;

/** Words one story's page for a reader. */
final class StoryPress {
  private final StoryPage page;
  private final NewsList list;
  private final Visit visit;
  private final Words words;
  private final Addresses addresses;
  private final ZoneId zone;

  StoryPress(
      StoryPage page, NewsList list, Visit visit, Words words, Addresses addresses, ZoneId zone) {
    this.page = page;
    this.list = list;
    this.visit = visit;
    this.words = words;
    this.addresses = addresses;
    this.zone = zone;
  }

  StoryView view(Cards cards, Frames frames, LiveFrames live) {
    boolean begun = !list.view().place().equals(ListPlace.START);
    String here = addresses.story(visit.edition(), page.id());
    String next = list.nextQuery();
    StoryDigest digest = page.digest();
    return new StoryView(
        live.of(frames.alike(list.frame(frames, visit.edition())), list, visit.edition()),
        page.headline(),
        code(digest.first()),
        Numbers.of(page.totals(), words),
        said(digest.first(), cards),
        page.tags().stream().map(chip -> cards.tag(chip, visit.edition())).toList(),
        elsewhere(),
        begun ? null : digest(digest, cards),
        cards.all(page.list().listings(), visit),
        next == null ? null : here + next,
        begun ? here + list.query() : null);
  }

  private List<Link> elsewhere() {
    return page.elsewhere().stream()
        .map(
            other ->
                new Link(
                    other.headline(),
                    addresses.story(visit.edition(), other.id()),
                    other.language().code(),
                    false))
        .toList();
  }

  private StoryView.Digest digest(StoryDigest digest, Cards cards) {
    return new StoryView.Digest(
        note(digest),
        digest.agreed().stream().map(c -> claim(c, cards)).toList(),
        digest.earlier() > 0 ? words.count("story.earlier", digest.earlier()) : "",
        days(digest, cards),
        changes(digest, cards));
  }

  private String note(StoryDigest digest) {
    if (digest.isTooFew()) {
      return words.text("story.agreed.few");
    }
    return digest.agreed().isEmpty()
        ? words.text("story.agreed.none")
        : words.count("story.agreed", digest.origins());
  }

  private StoryView.Claim claim(StoryDigest.Claim claim, Cards cards) {
    return new StoryView.Claim(
        quote(claim.said(), cards),
        words.count("story.others", claim.others().size()),
        claim.others().stream().map(q -> quote(q, cards)).toList());
  }

  private StoryView.Quote quote(StoryDigest.Quote quote, Cards cards) {
    return new StoryView.Quote(said(quote.account(), cards), quote.sentence());
  }

  private List<StoryView.Day> days(StoryDigest digest, Cards cards) {
    Map<ArticleId, Instant> changed =
        digest.changes().stream()
            .collect(
                Collectors.toMap(
                    HeadlineChange::article, HeadlineChange::seen, (older, newer) -> newer));
    Map<LocalDate, List<StoryView.Entry>> days = new LinkedHashMap<>();
    for (Account account : timeline(digest)) {
      days.computeIfAbsent(day(account), d -> new ArrayList<>())
          .add(entry(account, digest, Optional.ofNullable(changed.get(account.id())), cards));
    }
    return days.entrySet().stream()
        .map(
            d ->
                new StoryView.Day(
                    new CardView.Time(words.ages().date(d.getKey()), d.getKey().toString()),
                    d.getValue()))
        .toList();
  }

  /** The earliest account stands at the beginning even when more lie between it and the others. */
  private static List<Account> timeline(StoryDigest digest) {
    boolean there = digest.accounts().stream().anyMatch(a -> a.id().equals(digest.first().id()));
    List<Account> timeline = new ArrayList<>(digest.accounts());
    if (!there) {
      timeline.addFirst(digest.first());
    }
    return timeline;
  }

  private StoryView.Entry entry(
      Account account, StoryDigest digest, Optional<Instant> changed, Cards cards) {
    Optional<StoryDigest.Addition> added = digest.findAddition(account.id());
    return new StoryView.Entry(
        said(account, cards),
        clock(account),
        account.id().equals(digest.first().id()),
        account.outlets() > 1 ? words.count("outlets", account.outlets()) : null,
        added.map(a -> words.count("story.new", a.sentences())).orElse(""),
        added.map(StoryDigest.Addition::sentence).orElse(""),
        changed.map(this::on).orElse(""));
  }

  private String on(Instant seen) {
    return words.phrase("story.changed").with(words.ages().date(seen));
  }

  private List<StoryView.Change> changes(StoryDigest digest, Cards cards) {
    Map<ArticleId, Account> accounts =
        digest.accounts().stream().collect(Collectors.toMap(Account::id, a -> a));
    List<StoryView.Change> changes = new ArrayList<>();
    for (HeadlineChange change : digest.changes()) {
      Account account = accounts.get(change.article());
      if (account != null) {
        changes.add(new StoryView.Change(said(account, cards), on(change.seen()), change.before()));
      }
    }
    return changes;
  }

  private LocalDate day(Account account) {
    Moment published = account.published();
    return published != null && published.precision() == Moment.Precision.DAY
        ? published.day()
        : account.order().atZone(zone).toLocalDate();
  }

  private String clock(Account account) {
    Moment published = account.published();
    boolean minute = published != null && published.precision() == Moment.Precision.MINUTE;
    return minute ? words.ages().clock(account.order()) : "";
  }

  /** In public a headline leads to its publisher. */
  private StoryView.Said said(Account account, Cards cards) {
    String ours = addresses.article(visit.edition(), account.id());
    String href = visit.isOwner() ? ours : addresses.outward(account.url()).orElse(ours);
    return new StoryView.Said(
        cards.carrier(account.carrierName(), account.carrier(), visit),
        Link.of(account.headline(), href),
        code(account),
        cards.time(words, account.published(), visit),
        origin(account));
  }

  private static @Nullable String origin(Account account) {
    return account.originName() == null
        ? null
        : account.carrierName() + " · " + account.originName();
  }

  private static String code(Account account) {
    return account.language().isKnown() ? account.language().code() : "";
  }
}
