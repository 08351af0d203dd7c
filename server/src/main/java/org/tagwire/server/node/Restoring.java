package org.tagwire.server.node;

import java.nio.file.Path;
import org.tagwire.engines.Restoration;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.TagwireException;
import org.tagwire.server.control.Order;
import org.tagwire.server.works.Works;

/** Carries out the order to restore, on a directory that nobody has open. */
final class Restoring {
  private Restoring() {}

  static String restore(Works.Surroundings around, Order order) {
    if (order.arguments().size() != 1 || !Path.of(order.arguments().getFirst()).isAbsolute()) {
      throw new TagwireException(
          ErrorCode.BAD_REQUEST, "'restore' needs the absolute path of one backup");
    }
    Path backup = Path.of(order.arguments().getFirst());
    long articles =
        new Restoration(around.directory(), around.failpoints(), around.clock()).restore(backup);
    return articles
        + " articles restored; what was there before is kept as "
        + around.directory().resolve(Restoration.BEFORE);
  }
}
