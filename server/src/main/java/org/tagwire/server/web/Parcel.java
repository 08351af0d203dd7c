package org.tagwire.server.web;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.io.Content;
import org.jspecify.annotations.Nullable;

/**
 * Takes a {@code multipart/form-data} body (RFC 7578) apart into fields and files, with Jetty's
 * parser, strictly: what is broken in one place is refused as a whole. The body is in memory and
 * bounded already; nothing of it is written to disk, and what a file calls itself is not looked at.
 * Used by one thread, for one form.
 */
final class Parcel extends MultiPart.AbstractPartsListener {
  private static final String TYPE = "multipart/form-data;";
  private static final int MOST_HEADERS = 4096;
  private static final int MOST_PARTS = 100;

  /** RFC 2046, section 5.1.1. */
  private static final int LONGEST_BOUNDARY = 70;

  private final Map<String, List<String>> fields = new LinkedHashMap<>();
  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private ByteArrayOutputStream content = new ByteArrayOutputStream();
  private boolean complete;
  private boolean broken;

  private Parcel() {}

  /** Returns whether a Content-Type says that a body is one of these. */
  static boolean isNamedBy(@Nullable String type) {
    return type != null && type.strip().toLowerCase(Locale.ROOT).startsWith(TYPE);
  }

  /** Reads a form; empty for what is none. */
  static Optional<Form> open(String type, byte[] body) {
    String boundary = MultiPart.extractBoundary(type);
    if (boundary == null || boundary.isEmpty() || boundary.length() > LONGEST_BOUNDARY) {
      return Optional.empty();
    }
    Parcel parcel = new Parcel();
    MultiPart.Parser parser = new MultiPart.Parser(boundary, parcel);
    parser.setPartHeadersMaxLength(MOST_HEADERS);
    parser.setMaxParts(MOST_PARTS);
    parser.parse(Content.Chunk.from(ByteBuffer.wrap(body), true));
    return parcel.complete && !parcel.broken
        ? Optional.of(new Form(parcel.fields, parcel.files))
        : Optional.empty();
  }

  @Override
  public void onPartContent(Content.Chunk chunk) {
    ByteBuffer part = chunk.getByteBuffer();
    byte[] bytes = new byte[part.remaining()];
    part.get(bytes);
    content.writeBytes(bytes);
  }

  @Override
  public void onPart(@Nullable String name, @Nullable String fileName, HttpFields headers) {
    byte[] bytes = content.toByteArray();
    content = new ByteArrayOutputStream();
    if (name == null || !Form.isName(name)) {
      broken = true;
    } else if (fileName != null) {
      broken |= files.putIfAbsent(name, bytes) != null;
    } else {
      Optional<String> text = Form.text(bytes);
      broken |= text.isEmpty();
      text.ifPresent(t -> fields.computeIfAbsent(name, n -> new ArrayList<>()).add(t));
    }
  }

  @Override
  public void onComplete() {
    complete = true;
  }

  @Override
  public void onFailure(Throwable failure) {
    broken = true;
  }
}
