package org.tagwire.server.page;

/** The icons that ship, drawn by us; the small ones are pictures of the first. */
enum Icon {
  ANY("tagwire", ".svg", "image/svg+xml", "any", "any"),
  SMALL("icon-192", ".png", "image/png", "192x192", "any"),
  LARGE("icon-512", ".png", "image/png", "512x512", "any"),
  /** With room around it, for systems that cut icons to a shape. */
  CUT("icon-cut", ".png", "image/png", "512x512", "maskable");

  private final String file;
  private final String suffix;
  private final String type;
  private final String sizes;
  private final String purpose;

  Icon(String file, String suffix, String type, String sizes, String purpose) {
    this.file = file;
    this.suffix = suffix;
    this.type = type;
    this.sizes = sizes;
    this.purpose = purpose;
  }

  String file() {
    return file;
  }

  String suffix() {
    return suffix;
  }

  String resource() {
    return file + suffix;
  }

  String type() {
    return type;
  }

  String sizes() {
    return sizes;
  }

  String purpose() {
    return purpose;
  }
}
