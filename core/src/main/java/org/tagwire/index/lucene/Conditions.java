package org.tagwire.index.lucene;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.tagwire.model.Audience;
import org.tagwire.model.Condition;
import org.tagwire.model.TagKey;

/** Turns conditions into queries for one audience. Safe for use by many threads. */
final class Conditions {
  private final NewsAnalyzer analyzer;
  private final Audience audience;

  Conditions(NewsAnalyzer analyzer, Audience audience) {
    this.analyzer = analyzer;
    this.audience = audience;
  }

  Query query(Condition condition) {
    return switch (condition) {
      case Condition.All all -> all(all.of());
      case Condition.Any any -> any(any.of());
      case Condition.Not not -> all(List.of(not));
      case Condition.Word word -> Words.query(word.text(), word.prefix(), analyzer);
      case Condition.Phrase phrase -> Words.query(phrase.text(), false, analyzer);
      case Condition.Tagged tagged -> tagged(tagged);
      case Condition.By by -> mark(Schema.carrier(by.publisher()));
      case Condition.In in -> mark(Schema.category(in.category()));
      case Condition.Written written -> mark(Schema.language(written.language()));
      case Condition.Before before -> Sorted.before(before.time());
      case Condition.From from -> Sorted.from(from.time());
    };
  }

  static Query mark(BytesRef value) {
    return new TermQuery(new Term(Schema.MARKS, value));
  }

  private Query all(List<Condition> conditions) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    boolean positive = false;
    for (Condition condition : conditions) {
      if (condition instanceof Condition.Not not) {
        all.add(query(not.that()), Occur.MUST_NOT);
      } else {
        all.add(query(condition), Occur.FILTER);
        positive = true;
      }
    }
    if (!positive) {
      all.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
    }
    return all.build();
  }

  private Query any(List<Condition> conditions) {
    if (conditions.isEmpty()) {
      return new MatchNoDocsQuery("one of none");
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    conditions.forEach(condition -> any.add(query(condition), Occur.SHOULD));
    return any.build();
  }

  private Query tagged(Condition.Tagged tagged) {
    Query found = tag(tagged);
    if (tagged.except().isEmpty() && audience == Audience.OWNER) {
      return found;
    }
    BooleanQuery.Builder left = new BooleanQuery.Builder().add(found, Occur.FILTER);
    if (!tagged.except().isEmpty()) {
      List<BytesRef> ids = tagged.except().stream().map(id -> new BytesRef(id.bytes())).toList();
      left.add(new TermInSetQuery(Schema.ID, ids), Occur.MUST_NOT);
    }
    if (audience == Audience.PUBLIC) {
      left.add(mark(Schema.shielded(tagged.tag())), Occur.MUST_NOT);
      tagged.leaving().forEach(key -> left.add(mark(Schema.shielded(key)), Occur.MUST_NOT));
    }
    return left.build();
  }

  private static Query tag(Condition.Tagged tagged) {
    if (tagged.leaving().isEmpty()) {
      return mark(key(tagged.tag(), tagged));
    }
    List<BytesRef> keys = new ArrayList<>(List.of(key(tagged.tag(), tagged)));
    tagged.leaving().forEach(key -> keys.add(key(key, tagged)));
    return new TermInSetQuery(Schema.MARKS, keys);
  }

  private static BytesRef key(TagKey tag, Condition.Tagged tagged) {
    return tagged.aboutOnly() ? Schema.about(tag) : Schema.tagged(tag);
  }
}
