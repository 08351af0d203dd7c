package org.tagwire.server.inspect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tagwire.dates.FeedDates;
import org.tagwire.embedding.Embedder;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Language;
import org.tagwire.model.Moment;
import org.tagwire.model.StoryId;
import org.tagwire.server.inspect.Pieces.Understood;
import org.tagwire.story.Stories;
import org.tagwire.story.StoryView;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Places articles in stories: {@code {"id","title","text","date"?,"url"?,"source"?}}; prints the
 * final placement at the end.
 */
final class StoryLines implements Stage {
  private final Pieces pieces;
  private final Embedder embedder;
  private final Map<Language, Stories> shards = new HashMap<>();
  private final Map<String, StoryId> placed = new LinkedHashMap<>();

  StoryLines(Embedder embedder) {
    this.embedder = embedder;
    this.pieces = new Pieces(embedder);
  }

  @Override
  public boolean isStateless() {
    return false;
  }

  @Override
  public List<ObjectNode> answer(JsonNode line) throws Unanswerable {
    String id = Lines.require(line, "id");
    Understood understood = pieces.next(line);
    Optional<Instant> time =
        Lines.find(line, "date").flatMap(FeedDates::parse).map(Moment::instant);
    StoryView view =
        StoryView.of(ArticleId.mint(id), understood.text(), understood.understanding(), time);
    Stories stories =
        shards.computeIfAbsent(
            understood.understanding().language(), language -> new Stories(language, 0));
    placed.put(id, stories.place(view).story());
    return List.of();
  }

  @Override
  public List<ObjectNode> closing() {
    Map<ArticleId, StoryId> moved = new HashMap<>();
    shards
        .values()
        .forEach(
            stories -> stories.confer().moves().forEach(m -> moved.put(m.article(), m.story())));
    List<ObjectNode> answers = new ArrayList<>();
    placed.forEach(
        (id, story) ->
            answers.add(
                Lines.JSON
                    .createObjectNode()
                    .put("id", id)
                    .put("story", moved.getOrDefault(ArticleId.mint(id), story).hex())));
    embedder.close();
    return answers;
  }
}
