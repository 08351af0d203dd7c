package org.tagwire.server.inspect;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tagwire.embedding.Embedder;
import org.tagwire.embedding.OnnxEmbedder;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.TagwireException;
import org.tagwire.server.inspect.Stage.Unanswerable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One run of a stage over lines of JSON. Used by one thread; it starts others where the stage
 * allows it.
 */
public final class Inspection {
  /** The stages by the names used on the command line. */
  public static final List<String> STAGES =
      List.of("feeds", "pages", "language", "tags", "stories");

  private static final int AHEAD = 16;
  private static final Logger log = LoggerFactory.getLogger(Inspection.class);

  private final Stage stage;
  private final PrintStream out;
  private final LongConsumer progress;
  private long lines;
  private long failed;

  /**
   * @param out where answers are printed; flushed at the end
   * @param progress told how many lines have been answered
   */
  private Inspection(Stage stage, PrintStream out, LongConsumer progress) {
    this.stage = stage;
    this.out = out;
    this.progress = progress;
  }

  /** Makes a run of the stage with this name over files below {@code base}. */
  public static Inspection of(String name, Path base, PrintStream out, LongConsumer progress) {
    return new Inspection(stage(name, base), out, progress);
  }

  private static Stage stage(String name, Path base) {
    return switch (name) {
      case "feeds" -> new Feeds(base);
      case "pages" -> new Pages(base);
      case "language" -> new Languages();
      case "tags" -> new Tags(embedder());
      case "stories" -> new StoryLines(embedder());
      default ->
          throw new TagwireException(
              ErrorCode.BAD_REQUEST,
              "there is no stage '" + name + "'; the stages are " + String.join(", ", STAGES));
    };
  }

  private static Embedder embedder() {
    return OnnxEmbedder.isPresent() ? new OnnxEmbedder() : Embedder.none();
  }

  /** Returns how many lines were answered with an error. */
  public long failed() {
    return failed;
  }

  /** Answers all lines of {@code in}. */
  public void run(BufferedReader in) throws IOException {
    if (!stage.isStateless()) {
      String line = in.readLine();
      while (line != null) {
        print(answers(line));
        line = in.readLine();
      }
      return;
    }
    int processors = Runtime.getRuntime().availableProcessors();
    try (ExecutorService workers = Executors.newFixedThreadPool(processors)) {
      runAhead(in, workers, processors * AHEAD);
    }
  }

  /** Keeps a bounded number of lines in work and prints their answers in the order of the lines. */
  private void runAhead(BufferedReader in, ExecutorService workers, int most) throws IOException {
    Deque<Future<List<ObjectNode>>> ahead = new ArrayDeque<>();
    String line = in.readLine();
    while (line != null || !ahead.isEmpty()) {
      if (line == null || ahead.size() == most) {
        print(await(ahead.removeFirst()));
      }
      if (line != null) {
        String next = line;
        Callable<List<ObjectNode>> work = () -> answers(next);
        ahead.addLast(workers.submit(work));
        line = in.readLine();
      }
    }
  }

  private static List<ObjectNode> await(Future<List<ObjectNode>> answer) {
    try {
      return answer.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TagwireException(
          ErrorCode.INTERRUPTED, "interrupted in the middle of the lines", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a line that fails is answered, so this cannot be", e);
    }
  }

  /** Ends the run: prints what the stage has kept until now. */
  public void close() {
    print(stage.closing());
    out.flush();
  }

  private List<ObjectNode> answers(String text) {
    if (text.isBlank()) {
      return List.of();
    }
    JsonNode line = Lines.JSON.createObjectNode();
    try {
      line = Lines.JSON.readTree(text);
      return new ArrayList<>(stage.answer(line));
    } catch (JacksonException e) {
      return List.of(
          Lines.failure(line, "bad-line", "the line is no JSON: " + e.getOriginalMessage()));
    } catch (Unanswerable e) {
      return List.of(Lines.failure(line, e.code(), String.valueOf(e.getMessage())));
    } catch (RuntimeException e) {
      log.error("a line broke the stage", e);
      return List.of(Lines.failure(line, "broken", "this line broke the stage: " + e));
    }
  }

  private void print(List<ObjectNode> answers) {
    for (ObjectNode answer : answers) {
      JsonNode ok = answer.get("ok");
      failed += ok != null && !ok.asBoolean() ? 1 : 0;
      out.print(Lines.JSON.writeValueAsString(answer) + "\n");
    }
    lines++;
    progress.accept(lines);
  }
}
