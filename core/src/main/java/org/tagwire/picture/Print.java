package org.tagwire.picture;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A picture as it is shown. The array is handed over and never changed afterwards.
 *
 * @param format how it is written
 * @param bytes its file
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, from the writer to the socket
public record Print(Format format, byte[] bytes) {

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Print that && format == that.format && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "Print[" + format + ", " + bytes.length + " bytes]";
  }

  /** The formats that are shown. */
  public enum Format {
    JPEG,
    PNG,
    WEBP;

    /** Returns the media type. */
    public String mediaType() {
      return "image/" + suffix();
    }

    String suffix() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Format> ofSuffix(String suffix) {
      return Arrays.stream(values()).filter(f -> f.suffix().equals(suffix)).findFirst();
    }
  }
}
