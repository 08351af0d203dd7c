package org.tagwire.index.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.tagwire.model.Audience;
import org.tagwire.model.Condition;
import org.tagwire.model.Filter;
import org.tagwire.model.TagKey;

/** Turns filters into prepared questions. Safe for use by many threads. */
final class Questions {
  private final NewsAnalyzer analyzer;
  private final Supplier<Patience> patience;

  Questions(NewsAnalyzer analyzer, Supplier<Patience> patience) {
    this.analyzer = analyzer;
    this.patience = patience;
  }

  /** Prepares the question which articles {@code filter} shows to {@code audience}. */
  Question ask(Filter filter, Audience audience, Snapshot snapshot) throws IOException {
    boolean quick = filter.words().isBlank() && filter.where().words() == 0;
    return new Question(
        snapshot,
        snapshot.prepare(query(filter, audience)),
        audience,
        quick ? null : patience.get());
  }

  private Query query(Filter filter, Audience audience) {
    List<Query> musts = new ArrayList<>();
    if (filter.tag() != null) {
      musts.add(tag(filter.tag(), filter));
    }
    if (filter.publisher() != null) {
      musts.add(Conditions.mark(Schema.carrier(filter.publisher())));
    }
    if (filter.category() != null) {
      musts.add(Conditions.mark(Schema.category(filter.category())));
    }
    if (filter.story() != null) {
      musts.add(Conditions.mark(Schema.story(filter.story())));
    }
    if (filter.language() != null) {
      musts.add(Conditions.mark(Schema.language(filter.language())));
    }
    if (!filter.sources().isEmpty()) {
      musts.add(
          new TermInSetQuery(Schema.MARKS, filter.sources().stream().map(Schema::source).toList()));
    }
    if (!filter.words().isBlank()) {
      musts.add(Words.parse(filter.words(), analyzer));
    }
    if (!filter.where().equals(Condition.ANYTHING)) {
      musts.add(new Conditions(analyzer, audience).query(filter.where()));
    }
    return all(musts, filter, audience);
  }

  private static Query tag(TagKey tag, Filter filter) {
    if (filter.leaving().isEmpty()) {
      return Conditions.mark(tagged(tag, filter));
    }
    List<BytesRef> keys = new ArrayList<>(List.of(tagged(tag, filter)));
    filter.leaving().forEach(key -> keys.add(tagged(key, filter)));
    return new TermInSetQuery(Schema.MARKS, keys);
  }

  private static BytesRef tagged(TagKey tag, Filter filter) {
    return filter.aboutOnly() ? Schema.about(tag) : Schema.tagged(tag);
  }

  private static Query all(List<Query> musts, Filter filter, Audience audience) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    musts.forEach(query -> all.add(query, Occur.FILTER));
    if (filter.exceptLanguage() != null) {
      all.add(Conditions.mark(Schema.language(filter.exceptLanguage())), Occur.MUST_NOT);
    }
    if (filter.tag() != null && audience == Audience.PUBLIC) {
      all.add(Conditions.mark(Schema.shielded(filter.tag())), Occur.MUST_NOT);
      for (TagKey key : filter.leaving()) {
        all.add(Conditions.mark(Schema.shielded(key)), Occur.MUST_NOT);
      }
    }
    if (musts.isEmpty()) {
      all.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
    }
    return all.build();
  }
}
