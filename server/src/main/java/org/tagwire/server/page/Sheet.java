package org.tagwire.server.page;

import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import java.util.function.Consumer;

/** Renders a template straight to bytes. */
public final class Sheet {
  private Sheet() {}

  /** Returns what a template writes. */
  public static byte[] of(Consumer<HtmlTemplateOutput> template) {
    Galley galley = new Galley();
    template.accept(new OwaspHtmlTemplateOutput(galley));
    return galley.toByteArray();
  }
}
