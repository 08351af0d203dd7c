package org.tagwire.server.site;

import gg.jte.generated.precompiled.JtearticleGenerated;
import gg.jte.generated.precompiled.JtefrontGenerated;
import gg.jte.generated.precompiled.JtehashtagsGenerated;
import gg.jte.generated.precompiled.JtelistGenerated;
import gg.jte.generated.precompiled.JtenoticeGenerated;
import gg.jte.generated.precompiled.JtesourceGenerated;
import gg.jte.generated.precompiled.JtesourcesGenerated;
import gg.jte.generated.precompiled.JtewatchGenerated;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.Utf8ByteOutput;
import java.util.function.Consumer;

/**
 * Renders the templates straight to bytes.
 *
 * <p>Their generated classes are called directly: a template that asks for what a page does not
 * have is a compile error, and nothing is looked up by name while serving.
 */
final class Templates {
  private Templates() {}

  static byte[] list(ListPageView view) {
    return render(out -> JtelistGenerated.render(out, null, view));
  }

  static byte[] article(ArticleView view) {
    return render(out -> JtearticleGenerated.render(out, null, view));
  }

  static byte[] front(FrontView view) {
    return render(out -> JtefrontGenerated.render(out, null, view));
  }

  static byte[] directory(DirectoryView view) {
    return render(out -> JtehashtagsGenerated.render(out, null, view));
  }

  static byte[] source(SourceView view) {
    return render(out -> JtesourceGenerated.render(out, null, view));
  }

  static byte[] sources(SourceListView view) {
    return render(out -> JtesourcesGenerated.render(out, null, view));
  }

  static byte[] watch(WatchView view) {
    return render(out -> JtewatchGenerated.render(out, null, view));
  }

  static byte[] notice(NoticeView view) {
    return render(out -> JtenoticeGenerated.render(out, null, view));
  }

  private static byte[] render(Consumer<HtmlTemplateOutput> template) {
    Utf8ByteOutput bytes = new Utf8ByteOutput();
    template.accept(new OwaspHtmlTemplateOutput(bytes));
    return bytes.toByteArray();
  }
}
