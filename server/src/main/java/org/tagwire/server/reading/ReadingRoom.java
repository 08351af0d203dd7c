package org.tagwire.server.reading;

import gg.jte.generated.precompiled.JtefollowingGenerated;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tagwire.model.Hashtag;
import org.tagwire.model.Moment;
import org.tagwire.model.Mute;
import org.tagwire.model.TagKey;
import org.tagwire.query.Following;
import org.tagwire.query.Mutes;
import org.tagwire.server.page.Sheet;
import org.tagwire.server.page.Tools;
import org.tagwire.server.web.Addresses;
import org.tagwire.server.web.Form;
import org.tagwire.server.web.Reply;
import org.tagwire.server.web.Visit;
import org.tagwire.server.web.Way;
import org.tagwire.server.web.Who;
import org.tagwire.server.words.Words;
import org.tagwire.store.ReaderStore;

/** Answers the owner's visits to what is followed and muted. Safe for use by many threads. */
public final class ReadingRoom {
  private static final String TAG = "tag";
  private static final String FOLDER = "folder";
  private static final int LONGEST_FOLDER = 60;

  private final Following following;
  private final Mutes mutes;
  private final ReaderStore reader;
  private final Tools tools;

  public ReadingRoom(Following following, Mutes mutes, ReaderStore reader, Tools tools) {
    this.following = following;
    this.mutes = mutes;
    this.reader = reader;
    this.tools = tools;
  }

  /** Returns what this room adds to the table of routes. */
  public List<Way> ways() {
    return List.of(
        Way.page("/following", "what the owner follows", Who.OWNER, this::page),
        Way.form("/following", "follows a hashtag", Who.OWNER, this::follow),
        Way.form("/following/seen", "marks as seen", Who.OWNER, this::seen),
        Way.form("/following/mutes", "mutes something", Who.OWNER, this::mute));
  }

  /** Shows all that is followed and muted. */
  public Reply page(Visit visit) {
    return page(visit, 200, "", FollowingView.Typed.NOTHING);
  }

  private Reply page(Visit visit, int status, String said, FollowingView.Typed typed) {
    Optional<List<Following.Folder>> folders = following.folders(visit.audience());
    if (folders.isEmpty()) {
      return tools.notices().of(404, visit.edition());
    }
    Words words = tools.words(visit);
    Addresses addresses = tools.addresses();
    var view =
        new FollowingView(
            tools.frames().of(visit.edition(), words.text("reading.title"), addresses::following),
            visit.token(),
            said,
            typed,
            addresses.following(visit.edition()),
            addresses.mutes(visit.edition()),
            folders.get().stream().map(folder -> folder(folder, visit)).toList(),
            mutes.list(visit.audience()).orElse(List.of()).stream()
                .map(mute -> muted(mute, words))
                .toList());
    byte[] body = Sheet.of(out -> JtefollowingGenerated.render(out, null, view));
    return Reply.of(status, Reply.HTML, body);
  }

  private FollowingView.Folder folder(Following.Folder folder, Visit visit) {
    String heading =
        folder.name().isEmpty() ? tools.words(visit).text("reading.all") : folder.name();
    return new FollowingView.Folder(
        heading,
        tools.addresses().followed(visit.edition(), folder.name()),
        folder.tags().stream()
            .map(
                tag ->
                    new FollowingView.Tag(
                        tools.cards().tag(tag.tag(), visit.edition()), fresh(tag, visit)))
            .toList());
  }

  private static FollowingView.Muted muted(Mute mute, Words words) {
    String kind = mute.kind().word();
    return new FollowingView.Muted(kind, words.text("reading.kind." + kind), mute.value());
  }

  /** Says how many are new since when; empty where none is. */
  private String fresh(Following.Tag tag, Visit visit) {
    if (tag.fresh() == 0) {
      return "";
    }
    Words words = tools.words(visit);
    String since = words.ages().of(Moment.of(tag.seen()), visit.now());
    return words.count("fresh", tag.fresh()) + words.phrase("reading.since").with(since);
  }

  /** Returns what the owner can do with a hashtag; absent for anybody else. */
  public Optional<FollowBar> bar(Hashtag tag, Visit visit) {
    if (!visit.isOwner()) {
      return Optional.empty();
    }
    Optional<Following.Tag> followed = following.find(tag, visit.audience());
    Addresses addresses = tools.addresses();
    String fresh = followed.map(f -> fresh(f, visit)).orElse("");
    return Optional.of(
        new FollowBar(
            tag.form(),
            visit.token(),
            addresses.following(visit.edition()),
            followed.isPresent(),
            fresh.isEmpty() ? null : addresses.seen(visit.edition()),
            fresh,
            Long.toString(visit.now().toEpochMilli()),
            addresses.officeTag(visit.edition(), tag.form()),
            addresses.following(visit.edition())));
  }

  /** Follows a tag, puts it into another folder, or ends following it. */
  public Reply follow(Visit visit, Form form) {
    String typed = form.text(TAG);
    String folder = form.text(FOLDER);
    Optional<TagKey> tag = following.findTag(typed);
    if (tag.isEmpty()) {
      return refused(visit, "reading.noTag", form);
    }
    if (folder.length() > LONGEST_FOLDER || folder.indexOf('/') >= 0) {
      return refused(visit, "reading.noFolder", form);
    }
    if (form.isTicked("end")) {
      reader.unfollow(tag.get());
    } else if (!reader.follow(tag.get(), folder, visit.now())) {
      return refused(visit, "reading.full", form);
    }
    return back(visit, form, typed);
  }

  /** Moves the mark of a tag up to the moment the page was made. */
  public Reply seen(Visit visit, Form form) {
    Optional<Instant> until = instant(form.text("until"));
    Optional<TagKey> tag = following.findTag(form.text(TAG));
    if (tag.isEmpty() || until.isEmpty()) {
      return tools.notices().of(400, visit.edition());
    }
    reader.see(tag.get(), until.get().isAfter(visit.now()) ? visit.now() : until.get());
    return back(visit, form, form.text(TAG));
  }

  private static Optional<Instant> instant(String millis) {
    boolean number = !millis.isEmpty() && millis.length() <= 15;
    return number && millis.chars().allMatch(c -> c >= '0' && c <= '9')
        ? Optional.of(Instant.ofEpochMilli(Long.parseLong(millis)))
        : Optional.empty();
  }

  /** Mutes a word, a tag or a publisher, or ends that. */
  public Reply mute(Visit visit, Form form) {
    Optional<Mute> mute =
        Mute.Kind.find(form.text("kind")).flatMap(kind -> Mute.parse(kind, form.text("value")));
    if (mute.isEmpty()) {
      return refused(visit, "reading.noMute", form);
    }
    if (form.isTicked("end")) {
      reader.unmute(mute.get());
    } else if (!reader.mute(mute.get(), visit.now())) {
      return refused(visit, "reading.muchMuted", form);
    }
    return Reply.seeOther(tools.addresses().following(visit.edition()));
  }

  private Reply refused(Visit visit, String why, Form form) {
    var typed =
        new FollowingView.Typed(
            form.text(TAG), form.text(FOLDER), form.text("kind"), form.text("value"));
    String what = typed.value().isEmpty() ? typed.tag() : typed.value();
    return page(visit, 422, tools.words(visit).phrase(why).with(what), typed);
  }

  /** The owner goes on where the form stood: at the tag's page, or here. */
  private Reply back(Visit visit, Form form, String tag) {
    return Reply.seeOther(
        form.isTicked("here")
            ? tools.addresses().hashtag(visit.edition(), tag)
            : tools.addresses().following(visit.edition()));
  }
}
