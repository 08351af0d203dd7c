package org.tagwire.ingest;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tagwire.model.Article;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Audience;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.Refusal;
import org.tagwire.model.Source;
import org.tagwire.model.TagwireException;
import org.tagwire.model.Tombstone;
import org.tagwire.model.Withheld;
import org.tagwire.rights.Suppressions;
import org.tagwire.store.SourceStatus;
import org.tagwire.store.Store;
import org.tagwire.store.Upkeep;
import org.tagwire.url.IpAddress;
import org.tagwire.url.WebAddress;

/**
 * Takes away for good: an article, all of a site, a name. Safe for use by many threads.
 *
 * <p>What is gone from the store when a method returns is gone from every list as soon as the index
 * has followed, within a second or two; a hidden name at once. It stays gone: tombstones outlast
 * another poll, a rebuilt index, what is read or learned anew, and a restored backup. Only a name
 * can be shown again, and that outlasts them too.
 */
public final class Takedowns {
  private static final int SECRET_BYTES = 32;

  private final Store store;
  private final InstantSource clock;
  private final SecureRandom random;
  private final Runnable changed;

  /**
   * @param changed told when articles have changed
   */
  public Takedowns(Store store, InstantSource clock, SecureRandom random, Runnable changed) {
    this.store = store;
    this.clock = clock;
    this.random = random;
    this.changed = changed;
  }

  /**
   * Takes down an article, with the picture at exactly its address: as a prefix it would take down
   * the site of whoever gives a front page for a picture. Returns the title.
   *
   * @throws TagwireException {@code NOT_FOUND} when there is none of this id
   */
  public String article(ArticleId id, String reason) {
    Article article =
        store.articles().findAll(List.of(id), Audience.OWNER).stream()
            .findFirst()
            .orElseThrow(
                () ->
                    new TagwireException(
                        ErrorCode.NOT_FOUND,
                        "there is no article " + id + "; its id is the end of its address here",
                        List.of(Refusal.of(Refusal.Kind.ARTICLE_UNKNOWN, id.hex()))));
    Set<String> gone = new LinkedHashSet<>(Set.of(article.id().hex()));
    Optional.ofNullable(article.text().image())
        .ifPresent(image -> gone.add(ArticleId.mint(image.url()).hex()));
    put(Tombstone.Kind.ARTICLE, gone, reason);
    return article.text().title();
  }

  /**
   * Takes down everything whose address begins with {@code prefix}, over http and https, with and
   * without {@code www.}, and pauses the sources that stand there. Returns how many articles that
   * were.
   */
  public long site(WebAddress prefix, String reason) {
    long before = store.articles().count();
    Set<String> prefixes = prefixes(prefix);
    put(Tombstone.Kind.URL_PREFIX, prefixes, reason);
    Instant now = clock.instant();
    store.sources().list(Audience.OWNER).stream()
        .map(SourceStatus::source)
        .filter(source -> stands(source, prefixes))
        .forEach(source -> store.sources().pause(source.id(), true, now));
    return before - store.articles().count();
  }

  /**
   * Hides a name from strangers, in each order of its words, whatever the case, accents and
   * separators. Inflected forms are names of their own.
   *
   * @throws TagwireException {@code BAD_REQUEST} when there is no letter or digit in it
   */
  public void suppress(String name, String reason) {
    if (name.codePoints().noneMatch(Character::isLetterOrDigit)) {
      throw new TagwireException(
          ErrorCode.BAD_REQUEST,
          "'" + name + "' has no letter, so there is no name to hide",
          List.of(Refusal.of(Refusal.Kind.NAME_WITHOUT_LETTERS, name)));
    }
    String plain = name.strip().replaceFirst("^[#\uFF03]+", "");
    put(Tombstone.Kind.NAME, new Suppressions(secret()).hashesToKeep(plain), reason);
  }

  /**
   * Shows a name again that was hidden, whichever of its spellings was. That it was hidden, and why
   * it no longer is, stays written down.
   *
   * @throws TagwireException {@code NOT_FOUND} when none of them is hidden
   */
  public void showAgain(Set<String> spellings, String reason) {
    Withheld withheld = store.tags().withheld();
    Set<String> hashes = new LinkedHashSet<>();
    for (String secret : withheld.secrets()) {
      Suppressions hasher = new Suppressions(HexFormat.of().parseHex(secret));
      for (String spelling : spellings) {
        hashes.add(hasher.hash(spelling));
        if (spelling.codePoints().anyMatch(Character::isLetterOrDigit)) {
          hashes.addAll(hasher.hashesToKeep(spelling));
        }
      }
    }
    hashes.retainAll(withheld.names());
    if (hashes.isEmpty()) {
      String name = String.join(", ", spellings);
      throw new TagwireException(
          ErrorCode.NOT_FOUND,
          "'" + name + "' is not hidden; give the name as it was when it was hidden",
          List.of(Refusal.of(Refusal.Kind.NAME_NOT_HIDDEN, name)));
    }
    put(Tombstone.Kind.NAME_SHOWN, hashes, reason);
  }

  private void put(Tombstone.Kind kind, Set<String> values, String reason) {
    Instant now = after(values);
    values.forEach(value -> store.tombstones().put(new Tombstone(kind, value, reason, now)));
    changed.run();
  }

  /** What is said later holds, even within one tick of the clock. */
  private Instant after(Set<String> values) {
    Instant now = clock.instant();
    return store.tombstones().list().stream()
        .filter(stone -> values.contains(stone.value()))
        .map(stone -> stone.since().plusMillis(1))
        .filter(now::isBefore)
        .max(Comparator.naturalOrder())
        .orElse(now);
  }

  private synchronized byte[] secret() {
    String known = store.upkeep().findProperty(Upkeep.SUPPRESSION_SECRET).orElse("");
    if (!known.isEmpty()) {
      return HexFormat.of().parseHex(known.split(",", 2)[0]);
    }
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    store.upkeep().putProperty(Upkeep.SUPPRESSION_SECRET, HexFormat.of().formatHex(secret));
    return secret;
  }

  /** Publishers serve one page under all of these, and announce it under any. */
  private static Set<String> prefixes(WebAddress address) {
    String host = address.host();
    Set<String> hosts = new LinkedHashSet<>(List.of(host));
    if (IpAddress.ofHost(host).isEmpty()) {
      hosts.add(host.startsWith("www.") ? host.substring(4) : "www." + host);
    }
    String authority = address.hostAndPort();
    Set<String> prefixes = new LinkedHashSet<>();
    for (String each : hosts) {
      String rest = each + authority.substring(host.length()) + address.target();
      prefixes.add("https://" + rest);
      prefixes.add("http://" + rest);
    }
    return prefixes;
  }

  private static boolean stands(Source source, Set<String> prefixes) {
    return prefixes.stream().anyMatch(source.url()::startsWith);
  }
}
