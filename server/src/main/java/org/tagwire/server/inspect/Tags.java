package org.tagwire.server.inspect;

import java.util.List;
import java.util.Locale;
import org.tagwire.embedding.Embedder;
import org.tagwire.model.Grade;
import org.tagwire.model.HashtagGrammar;
import org.tagwire.model.Mention;
import org.tagwire.model.Tagging;
import org.tagwire.server.inspect.Pieces.Understood;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds hashtags and category: {@code {"id","language"?,"title","text","url"?}}; the lines are one
 * stream.
 */
final class Tags implements Stage {
  private final Pieces pieces;

  Tags(Embedder embedder) {
    this.pieces = new Pieces(embedder);
  }

  @Override
  public boolean isStateless() {
    return false;
  }

  @Override
  public List<ObjectNode> answer(JsonNode line) {
    Understood understood = pieces.next(line);
    ObjectNode answer = Lines.answerTo(line);
    answer.put("language", understood.understanding().language().code());
    answer.put("category", understood.understanding().category().label());
    ArrayNode hashtags = answer.putArray("hashtags");
    understood.understanding().tags().forEach(tag -> add(hashtags.addObject(), tag));
    return List.of(answer);
  }

  private static void add(ObjectNode node, Tagging tag) {
    node.put("hashtag", HashtagGrammar.form(tag.name()).orElse(tag.key().value()));
    node.put("name", tag.name());
    node.put("kind", tag.kind().name().toLowerCase(Locale.ROOT));
    node.put("grade", tag.grade() == Grade.ABOUT ? "about" : "mentioned");
    node.put("score", Math.round(tag.score() * 10_000) / 10_000.0);
    ArrayNode mentions = node.putArray("mentions");
    for (Mention mention : tag.mentions()) {
      mentions.addObject().put("sentence", mention.sentence()).put("surface", mention.surface());
    }
  }
}
