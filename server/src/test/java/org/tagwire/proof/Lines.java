package org.tagwire.proof;

import java.util.ArrayList;
import java.util.List;
import org.tagwire.server.control.Report;

/** What a clerk told, kept for looking at. */
final class Lines implements Report {
  final List<String> results = new ArrayList<>();
  final List<String> notes = new ArrayList<>();

  @Override
  public void line(String text) {
    results.add(text);
  }

  @Override
  public void note(String text) {
    notes.add(text);
  }

  @Override
  public void progress(String what, long done, long total) {}
}
