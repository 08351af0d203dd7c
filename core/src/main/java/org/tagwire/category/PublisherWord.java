package org.tagwire.category;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tagwire.model.Category;
import org.tagwire.text.Normalise;

/**
 * Reads what the publisher itself calls the field: its section, the folders of the address, and the
 * tags where all that name a field name the same one. Immutable and safe for use by many threads.
 */
final class PublisherWord {
  private static final int TAGS_READ = 12;

  /** {@code /sport/} is meant, what stands deeper may be anything. */
  private static final int PATH_DEPTH = 4;

  private static final Pattern JOINED =
      Pattern.compile(" and | und | et | y | e | och | en |[&/,>|]");

  private final SectionNames sections = SectionNames.load();

  /**
   * A field the publisher names.
   *
   * @param reason one line a person understands
   */
  record Said(Category category, String reason) {}

  /** Finds the field that is named most certainly. */
  Optional<Said> find(CategoryView view) {
    String section = view.text().section();
    return bySection(section)
        .map(category -> new Said(category, "the publisher's section " + section))
        .or(() -> byPath(view.url()))
        .or(() -> byTags(view.text().publisherTags()));
  }

  private Optional<Said> byPath(String url) {
    for (String folder : folders(url)) {
      Optional<Category> category = bySection(folder);
      if (category.isPresent()) {
        return category.map(c -> new Said(c, "the address says " + folder));
      }
    }
    return Optional.empty();
  }

  private Optional<Said> byTags(List<String> tags) {
    Set<Category> named = EnumSet.noneOf(Category.class);
    List<String> telling = new ArrayList<>();
    for (String tag : tags.subList(0, Math.min(tags.size(), TAGS_READ))) {
      bySection(tag)
          .ifPresent(
              category -> {
                named.add(category);
                telling.add(tag);
              });
    }
    return named.size() == 1
        ? Optional.of(
            new Said(
                named.iterator().next(), "the publisher's tags: " + String.join(", ", telling)))
        : Optional.empty();
  }

  private Optional<Category> bySection(String section) {
    String whole = Normalise.head(section, 60);
    return Stream.concat(Stream.of(whole), Stream.of(JOINED.split(whole)))
        .flatMap(name -> sections.find(name.strip()).stream())
        .findFirst();
  }

  /** Returns the first folders of the address; the last part is the article's own name. */
  private static List<String> folders(String url) {
    int host = url.indexOf("//");
    int start = url.indexOf('/', host < 0 ? 0 : host + 2);
    if (start < 0) {
      return List.of();
    }
    String path = Normalise.head(url.substring(start + 1), 300).split("[?#]", 2)[0];
    List<String> parts = new ArrayList<>(List.of(path.split("/")));
    parts.removeLast();
    return parts.subList(0, Math.min(parts.size(), PATH_DEPTH));
  }
}
