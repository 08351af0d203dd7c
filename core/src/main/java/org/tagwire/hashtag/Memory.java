package org.tagwire.hashtag;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tagwire.model.Knowledge;
import org.tagwire.model.Language;
import org.tagwire.model.Mention;
import org.tagwire.model.Observation;
import org.tagwire.model.Observation.Sighting;
import org.tagwire.model.TagKind;
import org.tagwire.model.Tagging;

/**
 * What tags teach about names: how usual each is, and whom a short form means.
 *
 * <p>A short form is a surname, a first name said alone, or letters; it is counted as {@code
 * short=Full Name}. A form that stands for itself ({@code Washington}) is counted too, so that it
 * is not taken for somebody's.
 */
final class Memory {
  private static final int LONGEST = 200;

  /** A full name is taken for meant when seen so often, and by so much of all that is meant. */
  private static final double LEAST = 3;

  /** What stands for itself was often only not recognised. */
  private static final double ITSELF = 0.4;

  private static final double DOMINANT = 0.65;

  private Memory() {}

  private static Knowledge.Scope forms(Language language) {
    return new Knowledge.Scope(Tagger.FORMS, language.code());
  }

  /** Returns what {@code tags} of one piece teach. */
  static Observation observation(Language language, List<Tagging> tags) {
    Knowledge.Scope names = new Knowledge.Scope("hashtag:names", language.code());
    List<Sighting> seen = new ArrayList<>();
    seen.add(new Sighting(names, Reader.PIECES, 1));
    for (Tagging tag : tags) {
      String key = Keys.of(tag.name());
      if (!key.isEmpty() && key.length() <= LONGEST) {
        seen.add(new Sighting(names, key, 1));
      }
      for (String form : forms(tag, key)) {
        String what = form + "=" + tag.name();
        if (what.length() <= LONGEST) {
          seen.add(new Sighting(forms(language), what, form.equals(key) ? ITSELF : 1));
        }
      }
    }
    return new Observation(seen);
  }

  private static Set<String> forms(Tagging tag, String key) {
    Set<String> forms = new HashSet<>();
    boolean single = tag.name().indexOf(' ') < 0;
    if (single && tag.kind() != TagKind.PERSON) {
      forms.add(key);
    }
    for (Mention mention : tag.mentions()) {
      if (!single && mention.surface().indexOf(' ') < 0) {
        forms.add(Keys.of(mention.surface()));
      }
    }
    if (!single && tag.kind() == TagKind.PERSON) {
      forms.add(Keys.of(tag.name().substring(tag.name().lastIndexOf(' '))));
    }
    forms.remove("");
    return forms;
  }

  /** Returns the full name that {@code form} usually means, when one is meant far above others. */
  static Optional<String> findFullName(Knowledge knowledge, Language language, String form) {
    String key = Keys.of(form);
    Map<String, Double> meant = knowledge.beginning(forms(language), key + "=");
    double all = meant.values().stream().mapToDouble(Double::doubleValue).sum();
    return meant.entrySet().stream()
        .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .filter(e -> e.getValue() >= LEAST && e.getValue() >= DOMINANT * all)
        .map(e -> e.getKey().substring(key.length() + 1))
        .filter(name -> !Keys.of(name).equals(key));
  }
}
