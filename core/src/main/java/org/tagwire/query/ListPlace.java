package org.tagwire.query;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.Cursor;

/**
 * A place in a list that shows the edition's own language first and the others after it.
 *
 * @param own whether the place is still among the edition's own language
 * @param cursor after which card; absent for the beginning of that part
 */
public record ListPlace(boolean own, @Nullable Cursor cursor) {
  /** The beginning of a list. */
  public static final ListPlace START = new ListPlace(true, null);

  private static final String OTHERS = "x";

  /** Writes the place for an address. */
  public String token() {
    return (own ? "" : OTHERS) + (cursor == null ? "" : cursor.token());
  }

  /** Reads a {@link #token}; empty when it is none. */
  public static Optional<ListPlace> parse(String token) {
    boolean own = !token.startsWith(OTHERS);
    String rest = own ? token : token.substring(OTHERS.length());
    return rest.isEmpty()
        ? Optional.of(new ListPlace(own, null))
        : Cursor.parse(rest).map(cursor -> new ListPlace(own, cursor));
  }
}
