package org.tagwire.server.node;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.TagwireException;
import org.tagwire.server.control.Clerk;
import org.tagwire.server.control.ControlClient;
import org.tagwire.server.control.DirectoryLock;
import org.tagwire.server.control.NodeFile;
import org.tagwire.server.control.Order;
import org.tagwire.server.control.Report;
import org.tagwire.server.orders.Bureau;
import org.tagwire.server.works.Works;

/**
 * Finds who carries out a command's orders: the node that serves the directory, or, where none
 * runs, this process, which then has the directory open until it is closed. Used by one thread.
 */
public final class Clerks implements Clerk, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Works.Surroundings around;
  private final Optional<DirectoryLock> lock;
  private @Nullable Works works;

  private Clerks(Works.Surroundings around, Optional<DirectoryLock> lock) {
    this.around = around;
    this.lock = lock;
  }

  /**
   * Finds the clerk of a directory. The lock decides: a file that a dead node has left says
   * nothing.
   */
  public static Clerks of(Works.Surroundings around) {
    return new Clerks(around, DirectoryLock.takeUnlessServed(around.directory(), PATIENCE));
  }

  @Override
  public void carryOut(Order order, Report report) {
    if (lock.isEmpty()) {
      served().carryOut(order, report);
    } else if (order.name().equals("restore")) {
      closeWorks();
      report.line(Restoring.restore(around, order));
    } else {
      new Bureau(open()).carryOut(order, report);
    }
  }

  private ControlClient served() {
    return NodeFile.findLiving(around.directory())
        .map(ControlClient::new)
        .orElseThrow(
            () ->
                new TagwireException(
                    ErrorCode.REMOTE_FAILED,
                    "the server has stopped meanwhile; give the command again"));
  }

  private Works open() {
    Works open = works == null ? Works.open(around) : works;
    works = open;
    return open;
  }

  private void closeWorks() {
    Works open = works;
    works = null;
    if (open != null) {
      open.close();
    }
  }

  @Override
  public void close() {
    try {
      closeWorks();
    } finally {
      lock.ifPresent(DirectoryLock::close);
    }
  }
}
