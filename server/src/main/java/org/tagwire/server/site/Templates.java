package org.tagwire.server.site;

import gg.jte.generated.precompiled.JtearticleGenerated;
import gg.jte.generated.precompiled.JtefrontGenerated;
import gg.jte.generated.precompiled.JtehashtagsGenerated;
import gg.jte.generated.precompiled.JtelistGenerated;
import gg.jte.generated.precompiled.JtesourceGenerated;
import gg.jte.generated.precompiled.JtesourcesGenerated;
import gg.jte.generated.precompiled.JtestoryGenerated;
import gg.jte.generated.precompiled.JtewatchGenerated;
import org.tagwire.server.page.Sheet;

/**
 * Renders the templates of this room.
 *
 * <p>Their generated classes are called directly: a template that asks for what a page does not
 * have is a compile error, and nothing is looked up by name while serving.
 */
final class Templates {
  private Templates() {}

  static byte[] list(ListPageView view) {
    return Sheet.of(out -> JtelistGenerated.render(out, null, view));
  }

  static byte[] article(ArticleView view) {
    return Sheet.of(out -> JtearticleGenerated.render(out, null, view));
  }

  static byte[] story(StoryView view) {
    return Sheet.of(out -> JtestoryGenerated.render(out, null, view));
  }

  static byte[] front(FrontView view) {
    return Sheet.of(out -> JtefrontGenerated.render(out, null, view));
  }

  static byte[] directory(DirectoryView view) {
    return Sheet.of(out -> JtehashtagsGenerated.render(out, null, view));
  }

  static byte[] source(SourceView view) {
    return Sheet.of(out -> JtesourceGenerated.render(out, null, view));
  }

  static byte[] sources(SourceListView view) {
    return Sheet.of(out -> JtesourcesGenerated.render(out, null, view));
  }

  static byte[] watch(WatchView view) {
    return Sheet.of(out -> JtewatchGenerated.render(out, null, view));
  }
}
