package org.tagwire.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tagwire.embedding.Embedder;
import org.tagwire.model.Observation;
import org.tagwire.model.Reading;
import org.tagwire.model.Samples;
import org.tagwire.model.ShowLimits;

class AnalystTest {
  private final Analyst analyst = new Analyst(Embedder.none());

  @Test
  void learnsOnlyWhereThePublisherLetsIt() {
    ShowLimits reserved = new ShowLimits(ShowLimits.UNLIMITED, true, true, false, true, false);

    assertThat(analyst.observation(reading(ShowLimits.NONE)).sightings()).isNotEmpty();
    assertThat(analyst.observation(reading(ShowLimits.NONE.unlearned())))
        .isEqualTo(Observation.NONE);
    assertThat(analyst.observation(reading(reserved))).isEqualTo(Observation.NONE);
  }

  private static Reading reading(ShowLimits limits) {
    return Samples.article("https://lantern.example/politics/1")
        .tags(Samples.about("Ada Quill"))
        .limits(limits)
        .reading();
  }
}
