package org.tagwire.index.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.tagwire.model.Audience;
import org.tagwire.model.Condition;
import org.tagwire.model.Filter;

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
    boolean quick = filter.where().words() == 0;
    return new Question(
        snapshot,
        snapshot.prepare(query(filter, audience)),
        audience,
        quick ? null : patience.get());
  }

  private Query query(Filter filter, Audience audience) {
    Conditions conditions = new Conditions(analyzer, audience);
    List<Query> musts = new ArrayList<>();
    conditions(filter).forEach(condition -> musts.add(conditions.query(condition)));
    if (filter.story() != null) {
      musts.add(Conditions.mark(Schema.story(filter.story())));
    }
    if (!filter.sources().isEmpty()) {
      musts.add(
          new TermInSetQuery(Schema.MARKS, filter.sources().stream().map(Schema::source).toList()));
    }
    if (musts.isEmpty()) {
      musts.add(MatchAllDocsQuery.INSTANCE);
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    musts.forEach(query -> all.add(query, Occur.FILTER));
    if (filter.exceptLanguage() != null) {
      all.add(Conditions.mark(Schema.language(filter.exceptLanguage())), Occur.MUST_NOT);
    }
    return all.build();
  }

  /** What of a filter a condition can say too, so that it is read in one place. */
  private static List<Condition> conditions(Filter filter) {
    List<Condition> all = new ArrayList<>();
    if (filter.tag() != null) {
      all.add(new Condition.Tagged(filter.tag(), filter.aboutOnly(), filter.leaving(), Set.of()));
    }
    if (filter.publisher() != null) {
      all.add(new Condition.By(filter.publisher()));
    }
    if (filter.category() != null) {
      all.add(new Condition.In(filter.category()));
    }
    if (filter.language() != null) {
      all.add(new Condition.Written(filter.language()));
    }
    if (!filter.where().equals(Condition.ANYTHING)) {
      all.add(filter.where());
    }
    return all;
  }
}
