package org.tagwire.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.tagwire.model.Vector;

class OnnxEmbedderTest {
  @Test
  void cutsWordsIntoTheLongestPieces() {
    String json = "{\"model\":{\"vocab\":{\"[CLS]\":1,\"[SEP]\":2,\"[UNK]\":3,\"bridge\":4,\"##s\":5,\"\\\"\":6,\"\\u6a4b\":7,\"e\":8}}}";
    WordPieces pieces = WordPieces.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    assertThat(pieces.of("Bridges \"É\" xyz 橋", 20)).containsExactly(1, 4, 5, 6, 8, 6, 3, 7, 2);
    assertThat(pieces.of("bridge bridge bridge", 3)).containsExactly(1, 4, 2);
  }

  @Test
  void bringsTextsOfOneMeaningCloser() {
    try (OnnxEmbedder embedder = new OnnxEmbedder()) {
      Vector bridge = embedder.embed("The harbour bridge collapsed in the storm.").orElseThrow();
      Vector same = embedder.embed("A storm brought down the bridge over the port.").orElseThrow();
      Vector other = embedder.embed("The central bank left interest rates unchanged.").orElseThrow();
      assertThat(bridge.dimension()).isEqualTo(384);
      assertThat(bridge.cosine(same)).isGreaterThan(0.6);
      assertThat(bridge.cosine(other)).isLessThan(0.3);
      assertThat(embedder.embed("  ")).isEmpty();
    }
  }

  @Test
  void saysSoWhenItIsAskedAfterItsClose() {
    OnnxEmbedder embedder = new OnnxEmbedder();
    embedder.close();
    assertThatThrownBy(() -> embedder.embed("text")).isInstanceOf(IllegalStateException.class).hasMessageContaining("closed");
  }

  @Test
  void doesWithoutAnEngine() {
    assertThat(Embedder.none().embed("text")).isEmpty();
  }
}
