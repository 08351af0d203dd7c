package org.tagwire.server.orders;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.Refusal;
import org.tagwire.model.TagwireException;
import org.tagwire.server.control.Order;
import org.tagwire.url.WebAddress;

/** Reads what stands in an order, and says what is wrong with it. */
final class Arguments {
  private Arguments() {}

  static String require(Order order, int index, String what) {
    if (order.arguments().size() <= index || order.arguments().get(index).isBlank()) {
      throw bad("'" + order.name() + "' needs " + what);
    }
    return order.arguments().get(index).strip();
  }

  /** Reads an address; one without a scheme is taken for https, as browsers do. */
  static WebAddress requireAddress(Order order, int index) {
    String written = require(order, index, "a web address");
    Optional<WebAddress> address =
        WebAddress.parse(written)
            .or(
                () ->
                    written.contains("://")
                        ? Optional.empty()
                        : WebAddress.parse("https://" + written));
    return address
        .filter(a -> !a.host().isEmpty())
        .orElseThrow(
            () ->
                bad(
                    "'"
                        + written
                        + "' is no web address; write one like https://news.example.org/feed"));
  }

  static Optional<Instant> findInstant(Order order, String option) {
    return order.findOption(option).map(Arguments::instant);
  }

  private static Instant instant(String written) {
    try {
      return written.length() == 10
          ? LocalDate.parse(written).atStartOfDay(ZoneOffset.UTC).toInstant()
          : Instant.parse(written);
    } catch (DateTimeParseException e) {
      throw new TagwireException(
          ErrorCode.BAD_REQUEST,
          "'" + written + "' is no time; write 2025-05-25 or 2025-05-25T12:00:00Z",
          e);
    }
  }

  static TagwireException bad(Refusal refusal, String message) {
    return new TagwireException(ErrorCode.BAD_REQUEST, message, List.of(refusal));
  }

  static TagwireException bad(String message) {
    return new TagwireException(ErrorCode.BAD_REQUEST, message);
  }
}
