package org.tagwire.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tagwire.model.Audience;
import org.tagwire.model.Category;
import org.tagwire.model.Condition;
import org.tagwire.model.Filter;
import org.tagwire.model.Hashtag;
import org.tagwire.model.TagKey;
import org.tagwire.model.TagKind;
import org.tagwire.query.Digest.Companion;
import org.tagwire.rights.People;
import org.tagwire.store.TagStore;

/**
 * Finds the tags that stand in the same articles as another more often than by chance.
 *
 * <p>Idea: of a tag's newest articles it is counted which other tags they are about; how many of
 * each chance would put there, all articles of the instance say. Tags are ranked by how improbable
 * the difference is (Dunning, "Accurate methods for the statistics of surprise and coincidence",
 * 1993, with Poisson counts). To strangers no person is related to a topic, nor to anything by
 * crime, health, religion or society. Safe for use by many threads.
 */
final class Company {
  private static final int MOST = 8;
  private static final int KEPT = 2_000;
  private static final int FREQUENCIES = 10_000;
  private static final int FEWEST = 2;
  private static final double MORE_THAN_CHANCE = 2;

  /** A tag of which so great a part is of a delicate field may say something of a person. */
  private static final double DELICATE = 1.0 / 3;

  private static final Condition OF_A_DELICATE_FIELD =
      new Condition.Any(
          Arrays.stream(Category.values())
              .filter(category -> !People.mayRelate(category))
              .<Condition>map(Condition.In::new)
              .toList());

  private final TagStore tags;
  private final Lists lists;
  private final TagGate gate;
  private final Kept<Asked, List<Hashtag>> kept = new Kept<>(KEPT);
  private final Kept<Asked, Integer> frequencies = new Kept<>(FREQUENCIES);

  private record Asked(TagKey tag, Audience audience) {}

  private record Candidate(TagKey tag, double surprise) {}

  Company(TagStore tags, Lists lists, TagGate gate) {
    this.tags = tags;
    this.lists = lists;
    this.gate = gate;
  }

  /** Returns the tags related to one, the most surprising first. */
  List<Hashtag> of(Hashtag tag, Audience audience, Instant now) {
    Kept.Moment moment = lists.moment(now);
    return kept.ask(
        new Asked(tag.key(), audience), moment, () -> new Search(tag, audience, moment).related());
  }

  /** The search for one tag's company. */
  private final class Search {
    private final Hashtag tag;
    private final Audience audience;
    private final Kept.Moment moment;
    private final Digest digest;
    private final boolean personal;

    Search(Hashtag tag, Audience audience, Kept.Moment moment) {
      this.tag = tag;
      this.audience = audience;
      this.moment = moment;
      this.digest = lists.digest(Filter.tag(tag.key()), audience, moment);
      this.personal = audience == Audience.PUBLIC && tag.kind() == TagKind.PERSON;
    }

    List<Hashtag> related() {
      List<Candidate> candidates =
          digest.companions().stream()
              .filter(companion -> !companion.tag().equals(tag.key()))
              .flatMap(companion -> judge(companion, personal).stream())
              .sorted(Comparator.comparingDouble(Candidate::surprise).reversed())
              .toList();
      Map<TagKey, Hashtag> names = tags.findAll(candidates.stream().map(Candidate::tag).toList());
      List<Hashtag> related = new ArrayList<>();
      for (Candidate candidate : candidates) {
        Hashtag other = names.get(candidate.tag());
        if (related.size() < MOST && other != null && isShown(other) && !related.contains(other)) {
          related.add(other);
        }
      }
      return related;
    }

    private Optional<Candidate> judge(Companion companion, boolean spared) {
      int together = spared ? companion.plain() : companion.articles();
      int read = spared ? digest.plain() : digest.read();
      int all = lists.totals(Filter.ALL, audience).articles();
      if (together < FEWEST || all == 0) {
        return Optional.empty();
      }
      double expected = Math.max(0.1, read * (double) frequency(companion.tag()) / all);
      return together < MORE_THAN_CHANCE * expected
          ? Optional.empty()
          : Optional.of(
              new Candidate(
                  companion.tag(),
                  together * Math.log(together / expected) - (together - expected)));
    }

    private int frequency(TagKey other) {
      return frequencies.ask(
          new Asked(other, audience),
          moment,
          () -> lists.totals(Filter.tag(other).about(), audience).articles());
    }

    private boolean isShown(Hashtag other) {
      return !other.key().equals(tag.key())
          && gate.admits(other, audience)
          && (audience == Audience.OWNER || mayRelate(other));
    }

    private boolean mayRelate(Hashtag other) {
      if (!personal && other.kind() != TagKind.PERSON) {
        return true;
      }
      return People.mayRelate(tag.kind(), other.kind())
          && hasPlainCompanion(other.key())
          && (personal || !isDelicate(tag))
          && (other.kind() == TagKind.PERSON || !isDelicate(other));
    }

    private boolean hasPlainCompanion(TagKey other) {
      return digest.companions().stream()
          .anyMatch(companion -> companion.tag().equals(other) && companion.plain() >= FEWEST);
    }

    private boolean isDelicate(Hashtag other) {
      Filter filter = Filter.tag(other.key());
      int delicate = lists.totals(filter.and(OF_A_DELICATE_FIELD), audience).articles();
      return delicate > DELICATE * lists.totals(filter, audience).articles();
    }
  }
}
