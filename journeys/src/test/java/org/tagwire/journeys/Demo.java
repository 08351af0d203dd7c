package org.tagwire.journeys;

import java.net.URI;
import java.net.http.HttpResponse;

/** The demo as {@code ./tagwire demo} starts it. */
final class Demo implements AutoCloseable {
  private final Program program;

  private Demo(Program program) {
    this.program = program;
  }

  /**
   * Starts a demo and returns when it has said where it is, which it does once its articles are
   * there.
   */
  static Demo start() {
    return new Demo(Program.start("demo", "demo", "--port", "0"));
  }

  Program program() {
    return program;
  }

  /** Returns where a path of the site is. */
  URI at(String path) {
    return program.at(path);
  }

  /** Returns the page the demo tells a visitor to open. */
  String firstPage() {
    return program.firstPage();
  }

  /**
   * Says whether the page a visitor is pointed to is full, no feed is being read, and what was read
   * can be seen.
   */
  boolean isSettled() {
    return program.isResting() && program.text(firstPage() + ".rss").split("<item>", -1).length > 5;
  }

  /** Returns what a program gets that asks for a path. */
  HttpResponse<byte[]> fetch(String path) {
    return program.fetch(path);
  }

  @Override
  public void close() {
    program.close();
  }
}
