package org.tagwire.server.office;

import gg.jte.generated.precompiled.JteofficeGenerated;
import java.util.List;
import java.util.function.Function;
import org.tagwire.model.TagwireException;
import org.tagwire.server.office.OfficeView.Remark;
import org.tagwire.server.page.Link;
import org.tagwire.server.page.Notices;
import org.tagwire.server.page.Sheet;
import org.tagwire.server.page.Tools;
import org.tagwire.server.web.Addresses;
import org.tagwire.server.web.Reply;
import org.tagwire.server.web.SiteContext;
import org.tagwire.server.web.Visit;
import org.tagwire.server.words.Edition;
import org.tagwire.server.words.Regrets;
import org.tagwire.server.words.Words;

/**
 * What every room of the office works with.
 *
 * @param context the site
 * @param tools what pages are made with
 */
public record Kit(SiteContext context, Tools tools) {
  Addresses addresses() {
    return tools.addresses();
  }

  Notices notices() {
    return tools.notices();
  }

  Words words(Visit visit) {
    return tools.words(visit);
  }

  String say(Visit visit, String key) {
    return words(visit).text(key);
  }

  /** Returns why an order was not carried out, a line for each reason. */
  String told(Visit visit, TagwireException refusal) {
    return new Regrets(words(visit)).say(refusal);
  }

  /** Returns the way back to the office itself. */
  Link back(Visit visit) {
    return Link.of(say(visit, "office.title"), addresses().office(visit.edition()));
  }

  /** Prints a page. */
  Reply print(int status, Visit visit, Draft draft) {
    OfficeView view =
        new OfficeView(
            tools.frames().of(visit.edition(), draft.heading(), draft.place()),
            draft.back(),
            draft.heading(),
            draft.lead(),
            draft.remarks(),
            draft.blocks());
    return Reply.of(
        status, Reply.HTML, Sheet.of(out -> JteofficeGenerated.render(out, null, view)));
  }

  Reply print(Visit visit, Draft draft) {
    return print(200, visit, draft);
  }

  /**
   * A page that is being written.
   *
   * @param place where it stands in each edition
   * @param back the page above it
   * @param heading what it is
   * @param lead what to know first
   * @param remarks what has just happened
   * @param blocks its parts
   */
  record Draft(
      Function<Edition, String> place,
      Link back,
      String heading,
      String lead,
      List<Remark> remarks,
      List<Block> blocks) {
    static final Link NOWHERE = Link.of("", "");

    Draft {
      remarks = List.copyOf(remarks);
      blocks = List.copyOf(blocks);
    }
  }
}
