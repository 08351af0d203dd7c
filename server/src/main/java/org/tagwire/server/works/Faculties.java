package org.tagwire.server.works;

import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tagwire.embedding.Embedder;
import org.tagwire.embedding.OnnxEmbedder;
import org.tagwire.ingest.Analyst;
import org.tagwire.server.settings.Settings;

/**
 * What understands texts, as far as settings and processor allow.
 *
 * @param analyst who understands; absent where nothing is to be understood
 * @param vectors whether sentence vectors are made
 */
record Faculties(Optional<Analyst> analyst, boolean vectors) {
  private static final Logger log = LoggerFactory.getLogger(Faculties.class);

  static Faculties of(Settings.Reading reading, Supplier<Embedder> embedders, Closing closing) {
    if (!reading.understand()) {
      return new Faculties(Optional.empty(), false);
    }
    Embedder embedder = reading.embedding() ? embedders.get() : Embedder.none();
    boolean vectors = embedder instanceof OnnxEmbedder;
    if (!vectors) {
      log.info("stories are found by words alone: there are no sentence vectors");
    }
    closing.add(embedder::close);
    return new Faculties(Optional.of(new Analyst(embedder)), vectors);
  }
}
