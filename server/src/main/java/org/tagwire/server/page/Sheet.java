package org.tagwire.server.page;

import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.Utf8ByteOutput;
import java.util.function.Consumer;

/** Renders a template straight to bytes. */
public final class Sheet {
  private Sheet() {}

  /** Returns what a template writes. */
  public static byte[] of(Consumer<HtmlTemplateOutput> template) {
    Utf8ByteOutput bytes = new Utf8ByteOutput();
    template.accept(new OwaspHtmlTemplateOutput(bytes));
    return bytes.toByteArray();
  }
}
