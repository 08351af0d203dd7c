package org.tagwire.server.works;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tagwire.engines.Engines;
import org.tagwire.index.SearchIndex;
import org.tagwire.model.Failpoints;
import org.tagwire.model.Samples;

class IndexingTest {
  private final List<Boolean> askable = new ArrayList<>();
  private Indexing indexing;

  @Test
  @Timeout(60)
  void nobodyAsksTheIndexFromTheMomentItIsEmptied(@TempDir Path directory) {
    try (Engines engines =
        Engines.embedded(directory, Failpoints.NONE, InstantSource.fixed(Samples.NOON))) {
      indexing = new Indexing(engines.store().articles(), watched(engines.index()));
      indexing.start();
      while (indexing.index().isEmpty()) {
        Waiting.pause();
      }

      indexing.rebuild((done, total) -> {});

      assertThat(askable).containsExactly(false);
      assertThat(indexing.index()).isPresent();
      indexing.stop();
    }
  }

  /** Returns the same index, which notes whether it may be asked while it is emptied. */
  private SearchIndex watched(SearchIndex index) {
    return (SearchIndex)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {SearchIndex.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("clear")) {
                askable.add(indexing.index().isPresent());
              }
              try {
                return method.invoke(index, arguments);
              } catch (InvocationTargetException e) {
                throw e.getTargetException();
              }
            });
  }
}
