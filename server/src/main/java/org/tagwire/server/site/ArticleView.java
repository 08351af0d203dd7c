package org.tagwire.server.site;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tagwire.html.SafeMarkup;
import org.tagwire.server.page.CardView;
import org.tagwire.server.page.Frame;
import org.tagwire.server.page.Link;
import org.tagwire.server.web.Addresses;
import org.tagwire.server.words.Words;

/**
 * An article's page as its template places it.
 *
 * @param frame what stands around it
 * @param card what lists show of it too
 * @param byline who wrote it; empty for nobody
 * @param section the publisher's own section; empty for none
 * @param dates when it was published and changed
 * @param original the publisher's page; absent where there is none
 * @param body its text
 * @param note what is to be known of the text; empty for nothing
 * @param about the tags it is about
 * @param mentions the tags it names
 * @param copies the same text elsewhere
 * @param sameText who had it first, and what this one adds, in words; absent when nobody else has
 *     it
 * @param reported other accounts of the same event
 * @param story the story's page, when there are others
 * @param related other articles
 * @param beside what became of its headline, and of its text elsewhere
 */
public record ArticleView(
    Frame frame,
    CardView card,
    String byline,
    String section,
    Dates dates,
    @Nullable Link original,
    SafeMarkup body,
    String note,
    List<Reasons> about,
    List<Reasons> mentions,
    List<CardView> copies,
    @Nullable SameText sameText,
    List<CardView> reported,
    @Nullable String story,
    List<CardView> related,
    Beside beside) {
  public ArticleView {
    about = List.copyOf(about);
    mentions = List.copyOf(mentions);
    copies = List.copyOf(copies);
    reported = List.copyOf(reported);
    related = List.copyOf(related);
  }

  /** Returns what the article is about, each tag with the place of its reason on the same page. */
  public List<CardView.Tag> tags() {
    return about.stream().map(reason -> reason.placed(frame.words())).toList();
  }

  /**
   * When.
   *
   * @param published the day and age
   * @param updated when it was changed; absent when it was not
   */
  public record Dates(CardView.Time published, CardView.@Nullable Time updated) {}

  /**
   * What became of an article.
   *
   * @param changes headlines it had before, oldest first
   * @param added what each of the other outlets adds to the text, in words, in their order; empty
   *     where that is not known
   */
  public record Beside(List<Change> changes, List<String> added) {
    public Beside {
      changes = List.copyOf(changes);
      added = List.copyOf(added);
    }
  }

  /**
   * A headline that was changed.
   *
   * @param on when that was seen, in words
   * @param before how it read; empty where it is not to be shown
   */
  public record Change(String on, String before) {}

  /**
   * Who had a text first.
   *
   * @param first its article there; absent when it is this one
   * @param said in words, with how much this one adds
   */
  public record SameText(@Nullable Link first, String said) {}

  /**
   * Why an article has a tag.
   *
   * @param tag which
   * @param kind what it stands for, in words
   * @param sentences where it is named
   * @param came whether the reader comes from its page, and wants to know
   */
  public record Reasons(CardView.Tag tag, String kind, List<Sentence> sentences, boolean came) {
    public Reasons {
      sentences = List.copyOf(sentences);
    }

    private CardView.Tag placed(Words words) {
      Link why =
          Link.of(
              words.phrase("design.why").with(tag.name()), "#why-" + Addresses.encode(tag.form()));
      return new CardView.Tag(tag.form(), tag.name(), tag.href(), why);
    }
  }

  /**
   * A sentence that names a tag.
   *
   * @param before what stands before the name
   * @param name the name as it stands there
   * @param after what stands behind
   */
  public record Sentence(String before, String name, String after) {}
}
