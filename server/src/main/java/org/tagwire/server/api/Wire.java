package org.tagwire.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What goes over the wire. Changing a name here changes the API; {@code openapi.json} describes
 * each.
 */
final class Wire {
  private Wire() {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Problem(
      String type,
      String title,
      int status,
      String code,
      @Nullable String detail,
      @Nullable String number) {}

  record Tag(String form, String name, String kind) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Totals(int articles, int publishers, int origins, @Nullable String since) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Image(String url, String alt, @Nullable Integer width, @Nullable Integer height) {}

  record Publisher(String domain, String name) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Card(
      String id,
      String url,
      String title,
      Publisher carrier,
      @Nullable String origin,
      @Nullable String published,
      String order,
      String category,
      String language,
      @Nullable Image image,
      String text,
      boolean whole,
      List<Tag> hashtags,
      String story,
      int outlets) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record CardList(List<Card> articles, @Nullable String next) {}

  record HashtagPage(
      Tag hashtag, Totals all, Totals about, boolean ambiguous, Totals totals, CardList list) {}

  record Combination(List<Tag> with, List<Tag> without, Totals totals, CardList list) {}

  record StoryPage(
      String id,
      String headline,
      Totals totals,
      int origins,
      List<Claim> agreed,
      List<Account> timeline,
      List<HeadlineChange> headlineChanges,
      CardList list,
      List<StoryElsewhere> otherLanguages) {}

  record Claim(Quote said, List<Quote> others) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Quote(String article, String publisher, @Nullable String sentence) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Account(
      String article,
      String url,
      String title,
      Publisher carrier,
      @Nullable String origin,
      @Nullable String published,
      String order,
      boolean first,
      int outlets,
      int sentencesAdded,
      @Nullable String added) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record HeadlineChange(String article, String seen, @Nullable String before) {}

  record StoryElsewhere(String id, String language, String headline) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Filtered(String name, Totals totals, CardList list) {}

  record Note(String kind, String typed, String text) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SearchPage(
      String name,
      String query,
      List<Note> notes,
      List<Tag> meant,
      Totals totals,
      CardList list,
      @Nullable String leadsTo) {}

  record Suggested(List<Tag> hashtags, List<Publisher> publishers) {}

  record Mention(String sentence, String surface) {}

  record Tagging(Tag hashtag, String grade, double score, List<Mention> mentions) {}

  record Paragraph(String kind, String text) {}

  record Added(int paragraph, int from, int to) {}

  record SameText(String first, int sentencesAdded, List<Added> added) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Article(
      String id,
      String url,
      String title,
      String byline,
      Publisher carrier,
      @Nullable String origin,
      @Nullable String published,
      @Nullable String updated,
      String category,
      String section,
      String language,
      String summary,
      List<Paragraph> paragraphs,
      @Nullable Image image,
      List<Tagging> hashtags,
      String story,
      List<Card> copies,
      @Nullable SameText sameText,
      List<Card> reported,
      List<Card> related,
      List<HeadlineChange> headlineChanges) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record TagList(List<Tag> hashtags, @Nullable String next) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Source(
      long id,
      String url,
      String kind,
      String title,
      String publisher,
      String folder,
      String visibility,
      String state,
      String problem,
      int failures,
      long articles,
      long interval,
      @Nullable String lastPoll,
      @Nullable String nextPoll) {}

  record SourceList(List<Source> sources) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record WatchedName(
      Tag hashtag,
      List<String> spellings,
      List<List<String>> needed,
      List<String> excluded,
      @Nullable String language,
      int today,
      int week,
      int weekBefore,
      int publishers,
      @Nullable Card last) {}

  record WatchList(List<WatchedName> names, boolean complete) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Finding(
      String code,
      String severity,
      List<String> values,
      String text,
      String done,
      @Nullable String advice) {}

  record Poll(String at, String outcome, String detail, long took, int items, int accepted) {}

  record SourcePage(Source source, List<Finding> findings, List<Poll> polls) {}

  record Covered(Tag hashtag, int articles, int publishers) {}

  record Story(String id, List<Card> articles) {}

  record Trend(Tag hashtag, int origins, double usual, int minutes, double surprise) {}

  record Trends(boolean settled, List<Trend> trends) {}

  record CoveredList(List<Covered> covered, boolean more) {}

  record Followed(Tag hashtag, String seen, int fresh) {}

  record Folder(String name, List<Followed> hashtags) {}

  record Mute(String kind, String value) {}

  record Following(List<Folder> folders, List<Mute> mutes) {}

  record Share(String language, double hourly) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record About(String name, @Nullable String contact, int sources, List<Share> languages) {}

  record Front(List<Story> stories, List<Covered> covered) {}
}
