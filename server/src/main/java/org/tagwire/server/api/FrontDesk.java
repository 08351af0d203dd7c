package org.tagwire.server.api;

import java.util.List;
import java.util.Optional;
import org.tagwire.model.Mute;
import org.tagwire.model.TagKey;
import org.tagwire.query.Following;
import org.tagwire.query.TagDirectory.CoveredPage;
import org.tagwire.server.contact.Circulation;
import org.tagwire.server.web.Questions;
import org.tagwire.server.web.Reply;
import org.tagwire.server.web.SiteOptions;
import org.tagwire.server.web.Visit;

/**
 * Answers as JSON what stands beside the news: the index of hashtags, what the owner follows, the
 * site itself. Safe for use by many threads.
 */
final class FrontDesk {
  private static final String COVERED = "covered";
  private static final String PAGE = "page";
  private static final int MOST_PAGES = 10;

  private final Questions questions;
  private final SiteOptions options;
  private final Circulation circulation;

  FrontDesk(Questions questions, SiteOptions options) {
    this.questions = questions;
    this.options = options;
    this.circulation = new Circulation(questions);
  }

  Reply hashtags(Visit visit) {
    if (visit.findQuery(Visit.LAYOUT).filter(COVERED::equals).isPresent()) {
      return covered(visit);
    }
    Optional<String> from = visit.findQuery(Visit.AFTER);
    Optional<TagKey> key = from.flatMap(TagKey::parse);
    return from.isPresent() && key.isEmpty()
        ? Faults.answer(Visit.AFTER, visit)
        : Api.json(WireWriter.directory(questions.directory().open(key, visit.audience())));
  }

  private Reply covered(Visit visit) {
    String number = visit.findQuery(PAGE).orElse("0");
    if (!number.matches("\\d{1,2}") || Integer.parseInt(number) >= MOST_PAGES) {
      return Api.fault("the parameter 'page' is '" + number + "'; give a number from 0 to 9");
    }
    CoveredPage page =
        questions.directory().covered(Integer.parseInt(number), visit.audience(), visit.now());
    return Api.json(new Wire.CoveredList(WireWriter.covered(page.tags()), page.more()));
  }

  /** What is followed and muted is its owner's business. */
  Reply following(Visit visit) {
    Optional<List<Following.Folder>> folders = questions.following().folders(visit.audience());
    Optional<List<Mute>> mutes = questions.mutes().list(visit.audience());
    return folders.isEmpty() || mutes.isEmpty()
        ? Api.problem(404)
        : Api.json(
            new Wire.Following(
                folders.get().stream().map(FrontDesk::folder).toList(),
                mutes.get().stream().map(m -> new Wire.Mute(m.kind().word(), m.value())).toList()));
  }

  private static Wire.Folder folder(Following.Folder folder) {
    return new Wire.Folder(
        folder.name(),
        folder.tags().stream()
            .map(
                tag ->
                    new Wire.Followed(
                        WireWriter.tag(tag.tag()), tag.seen().toString(), tag.fresh()))
            .toList());
  }

  Reply about(Visit visit) {
    Circulation.Figures figures = circulation.at(visit.now(), visit.audience());
    return Api.json(
        new Wire.About(
            options.name(),
            options.contact().isEmpty() ? null : options.contact(),
            figures.sources(),
            figures.languages().stream()
                .map(share -> new Wire.Share(share.language().code(), share.hourly()))
                .toList()));
  }
}
