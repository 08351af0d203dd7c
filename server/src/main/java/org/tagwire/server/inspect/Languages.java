package org.tagwire.server.inspect;

import java.util.List;
import java.util.Optional;
import org.tagwire.language.Detected;
import org.tagwire.language.LanguageDetector;
import org.tagwire.model.Language;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Tells languages: {@code {"id","text","declared"?}}. */
final class Languages implements Stage {
  private final LanguageDetector detector = new LanguageDetector();

  @Override
  public boolean isStateless() {
    return true;
  }

  @Override
  public List<ObjectNode> answer(JsonNode line) {
    Optional<Language> declared = Lines.find(line, "declared").flatMap(Language::parse);
    Detected detected = detector.detect(Lines.text(line, "text"), declared);
    ObjectNode answer = Lines.answerTo(line);
    answer.put("language", detected.language().code());
    answer.put("confidence", Math.round(detected.confidence() * 10_000) / 10_000.0);
    return List.of(answer);
  }
}
