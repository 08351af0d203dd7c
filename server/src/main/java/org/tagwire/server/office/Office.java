package org.tagwire.server.office;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.tagwire.server.web.Action;
import org.tagwire.server.web.Reply;
import org.tagwire.server.web.Visit;
import org.tagwire.server.web.Way;
import org.tagwire.server.web.Who;
import org.tagwire.server.works.Works;

/**
 * The owner's office: the table of its pages and forms. Safe for use by many threads.
 *
 * <p>Signing in is there for every site; what changes something needs the works, which a site that
 * only shows pages does not have.
 */
public final class Office {
  /** How many bytes a list of feeds or names may have. */
  private static final int LONGEST_LIST = 2 * 1024 * 1024;

  /** Of a file that is too large its own page says so, if it is not twice as large. */
  private static final int LONGEST_FILE = 2 * SourceRoom.LARGEST_FILE;

  private final Gate gate;
  private final Kit kit;
  private BooleanSupplier bare = () -> false;
  private final List<Way> ways = new ArrayList<>();

  public Office(Kit kit, Optional<Works> works) {
    this.kit = kit;
    this.gate = new Gate(kit);
    page("/sign-in", "sign in", Who.STRANGERS, gate::signIn);
    form("/sign-in", "sign in", Who.STRANGERS, gate::enter);
    form("/sign-out", "sign out", Who.OWNER, gate::leave);
    page("/office/password", "another password", Who.OWNER, gate::password);
    form("/office/password", "another password", Who.OWNER, gate::change);
    form("/start", "the first password", Who.STRANGERS, gate::setFirst);
    works.ifPresentOrElse(
        this::furnish, () -> page("/start", "first steps", Who.STRANGERS, this::startAlone));
  }

  private void furnish(Works works) {
    Overview overview = new Overview(kit, works);
    SourceRoom sources = new SourceRoom(kit, works);
    bare = sources::isBare;
    SourceSheet sheet = new SourceSheet(kit, works);
    TagRoom tags = new TagRoom(kit, works);
    WatchForms watch = new WatchForms(kit, works);
    WaitingRoom waiting = new WaitingRoom(kit, works);
    page("/start", "first steps", Who.STRANGERS, visit -> start(visit, sources));
    page("/office", "the owner's office", Who.OWNER, overview::page);
    page("/office/sources/add", "add sources", Who.OWNER, sources::page);
    form("/office/sources/preview", "what a source would bring", Who.OWNER, sources::preview);
    form("/office/sources/add", "add a source", Who.OWNER, sources::add);
    form("/office/sources/packs", "add starter packs", Who.OWNER, sources::packs);
    ways.add(
        Way.files(
            "/office/sources/list", "add an OPML list", Who.OWNER, LONGEST_FILE, sources::list));
    page("/office/source/{id}", "change a source", Who.OWNER, sheet::page);
    form("/office/source/{id}", "change a source", Who.OWNER, sheet::change);
    form("/office/source/{id}/pause", "pause or resume a source", Who.OWNER, sheet::pause);
    page("/office/source/{id}/remove", "remove a source", Who.OWNER, sheet::removal);
    form("/office/source/{id}/remove", "remove a source", Who.OWNER, sheet::remove);
    page("/office/tags/{name}", "correct a hashtag", Who.OWNER, tags::page);
    form("/office/tags/{name}", "correct a hashtag", Who.OWNER, tags::rule);
    page("/office/rules", "what was said about hashtags", Who.OWNER, tags::rules);
    form("/office/rules", "take a rule back", Who.OWNER, tags::undo);
    page("/office/watch", "change the watched names", Who.OWNER, watch::page);
    ways.add(Way.form("/office/watch", "watch names", Who.OWNER, LONGEST_LIST, watch::add));
    page("/office/quarantine", "what could not be read", Who.OWNER, waiting::page);
    form("/office/quarantine/retry", "try it again", Who.OWNER, waiting::retry);
    form("/office/quarantine/drop", "forget it", Who.OWNER, waiting::drop);
    form("/office/watch/remove", "watch a name no longer", Who.OWNER, watch::remove);
  }

  private void page(String path, String what, Who who, Function<Visit, Reply> handler) {
    ways.add(Way.page(path, what, who, handler));
  }

  private void form(String path, String what, Who who, Action action) {
    ways.add(Way.form(path, what, who, action));
  }

  /** Returns its part of the table of routes, for each edition. */
  public List<Way> ways() {
    return List.copyOf(ways);
  }

  /** Shows the form to sign in before a page that is the owner's alone. */
  public Reply locked(Visit visit) {
    return gate.locked(visit);
  }

  /** Leads an owner to the first steps, where there is nothing to read yet. */
  public Optional<Reply> welcome(Visit visit) {
    return visit.isOwner() && bare.getAsBoolean()
        ? Optional.of(Reply.seeOther(kit.addresses().start(visit.edition())))
        : Optional.empty();
  }

  private Reply start(Visit visit, SourceRoom sources) {
    if (gate.isFirstAwaited()) {
      return gate.first(visit);
    }
    return visit.isOwner() ? sources.start(visit) : gate.locked(visit);
  }

  private Reply startAlone(Visit visit) {
    return gate.isFirstAwaited() ? gate.first(visit) : gate.locked(visit);
  }
}
