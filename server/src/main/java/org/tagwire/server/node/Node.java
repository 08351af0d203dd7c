package org.tagwire.server.node;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.TagwireException;
import org.tagwire.server.control.Clerk;
import org.tagwire.server.control.ControlServer;
import org.tagwire.server.control.DirectoryLock;
import org.tagwire.server.control.NodeFile;
import org.tagwire.server.control.Order;
import org.tagwire.server.control.Report;
import org.tagwire.server.orders.Bureau;
import org.tagwire.server.orders.Passwords;
import org.tagwire.server.settings.Endpoint;
import org.tagwire.server.works.Closing;
import org.tagwire.server.works.Works;

/**
 * A server on one data directory.
 *
 * <p>It starts in the order in which one part needs another: the directory's lock, the works, the
 * listener, the control channel, the file by which commands find it, and last polling. It stops in
 * the reverse order: commands and readers under way are answered, polls end, what was read is
 * placed and indexed as far as it has got, and the engines are closed. Safe for use by many
 * threads.
 */
public final class Node implements Clerk, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Logger log = LoggerFactory.getLogger(Node.class);

  private final Works.Surroundings around;
  private final Closing closing = new Closing();
  private final ReentrantLock changing = new ReentrantLock();
  private final String proof = proof(new SecureRandom());
  private Endpoint listen;
  private volatile @Nullable Running running;

  /** What is exchanged when another store takes the place of the present one. */
  private record Running(Works works, WebServer web, Bureau bureau) {
    void close() {
      try {
        web.close();
      } finally {
        works.close();
      }
    }
  }

  private Node(Works.Surroundings around) {
    this.around = around;
    this.listen = around.settings().web().listen();
  }

  /**
   * Starts a server.
   *
   * @throws TagwireException when another one has the directory, or when something it needs is not
   *     to be had
   */
  public static Node start(Works.Surroundings around) {
    Node node = new Node(around);
    boolean started = false;
    try {
      node.start();
      started = true;
      return node;
    } finally {
      if (!started) {
        node.close();
      }
    }
  }

  private void start() {
    Path directory = around.directory();
    DirectoryLock lock = DirectoryLock.take(directory, PATIENCE);
    closing.add(lock::close);
    closing.add(this::stopRunning);
    run();
    ControlServer control = ControlServer.open(this, new SecureRandom());
    closing.add(control::close);
    NodeFile file =
        new NodeFile(control.port(), control.token(), ProcessHandle.current().pid(), site());
    file.write(directory);
    closing.add(() -> file.remove(directory));
    works().startPolling();
    log.atInfo().addKeyValue("site", site()).addKeyValue("directory", directory).log("started");
  }

  private void run() {
    Works works = Works.open(around);
    boolean served = false;
    try {
      WebServer web = WebServer.start(works, listen, proof);
      // a free port that was found is kept over a restore
      listen = listen.withPort(web.port());
      running = new Running(works, web, new Bureau(works));
      served = true;
    } finally {
      if (!served) {
        works.close();
      }
    }
  }

  private void stopRunning() {
    Running now = running;
    running = null;
    if (now != null) {
      now.close();
    }
  }

  /** Returns where its pages are, without a slash behind. */
  public String site() {
    String host =
        listen.isLoopback() || listen.host().equals("0.0.0.0") || listen.host().equals("::")
            ? "localhost"
            : listen.host();
    return around
        .settings()
        .web()
        .findBaseUrl()
        .map(Object::toString)
        .orElse("http://" + host + ":" + listen.port());
  }

  public int port() {
    return listen.port();
  }

  /**
   * Returns what shows that somebody may set the first password, while none is set and one is
   * needed. It is for the console alone and lasts as long as the process.
   */
  public Optional<String> findProof() {
    return require().web().isFirstPasswordAwaited() ? Optional.of(proof) : Optional.empty();
  }

  /** 130 bits, in letters that are not taken for others. */
  private static String proof(SecureRandom random) {
    String letters = "abcdefghijkmnpqrstuvwxyz23456789";
    StringBuilder proof = new StringBuilder();
    for (int i = 0; i < 26; i++) {
      proof.append(i > 0 && i % 5 == 0 && i < 25 ? "-" : "");
      proof.append(letters.charAt(random.nextInt(letters.length())));
    }
    return proof.toString();
  }

  /** Returns the works; another one after a restore. */
  public Works works() {
    return require().works();
  }

  private Running require() {
    Running now = running;
    if (now == null) {
      throw new TagwireException(
          ErrorCode.STORE_FAILED,
          "the server is stopping or being restored; try again in a moment");
    }
    return now;
  }

  @Override
  public void carryOut(Order order, Report report) {
    switch (order.name()) {
      case "restore" -> exchange(() -> report.line(Restoring.restore(around, order)));
      case Passwords.ORDER -> {
        require().bureau().carryOut(order, report);
        exchange(() -> {});
      }
      default -> carryOut(require(), order, report);
    }
  }

  /** What fails may have changed something before. */
  private static void carryOut(Running now, Order order, Report report) {
    try {
      now.bureau().carryOut(order, report);
    } finally {
      now.web().changed();
    }
  }

  /**
   * Stops what runs, does something while the directory is closed, and starts again whatever came
   * of it.
   */
  private void exchange(Runnable between) {
    changing.lock();
    try {
      stopRunning();
      try {
        between.run();
      } finally {
        run();
        works().startPolling();
      }
    } finally {
      changing.unlock();
    }
  }

  @Override
  public void close() {
    changing.lock();
    try {
      closing.close();
    } finally {
      changing.unlock();
    }
  }
}
