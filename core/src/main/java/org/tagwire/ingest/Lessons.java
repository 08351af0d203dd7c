package org.tagwire.ingest;

import java.util.Optional;
import org.tagwire.extract.Furniture;
import org.tagwire.model.ArticleText.BodySource;
import org.tagwire.model.Observation;
import org.tagwire.model.Reading;
import org.tagwire.model.ShowLimits;
import org.tagwire.model.Visibility;

/**
 * What an article teaches: a function of its reading alone, so that it need not be kept until the
 * reading is placed, and can be told again by {@link Relearn}.
 */
final class Lessons {
  private Lessons() {}

  /**
   * Returns what a reading teaches; nothing where its source is private or its publisher objects.
   */
  static Observation of(Reading reading, Optional<Analyst> analyst) {
    ShowLimits limits = reading.limits();
    boolean mayLearn =
        reading.announcement().visibility() != Visibility.PRIVATE
            && limits.learned()
            && limits.mined();
    return mayLearn
        ? analyst.map(a -> a.observation(reading)).orElse(Observation.NONE).and(furniture(reading))
        : Observation.NONE;
  }

  /** A feed's text is its author's choice; only pages have furniture around them. */
  private static Observation furniture(Reading reading) {
    return reading.text().source() == BodySource.PAGE
        ? Furniture.lesson(
            reading.credit().carrier().domain(), reading.id().hex(), reading.text().paragraphs())
        : Observation.NONE;
  }
}
