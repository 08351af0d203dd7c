package org.tagwire.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What field an article belongs to: IPTC Media Topics under the names readers know; General where
 * Tagwire abstains.
 */
public enum Category {
  ENTERTAINMENT("Entertainment"),
  BUSINESS("Business"),
  POLITICS("Politics"),
  SPORT("Sport"),
  HEALTH("Health"),
  SCIENCE("Science"),
  TECHNOLOGY("Technology"),
  CRIME("Crime"),
  CONFLICT("Conflict"),
  DISASTER("Disaster"),
  EDUCATION("Education"),
  ENVIRONMENT("Environment"),
  HUMAN_INTEREST("Human interest"),
  WORK("Work"),
  LIFESTYLE("Lifestyle"),
  RELIGION("Religion"),
  SOCIETY("Society"),
  WEATHER("Weather"),
  GENERAL("General");

  private final String label;

  Category(String label) {
    this.label = label;
  }

  /** Returns the English name readers know, as in {@code Human interest}. */
  public String label() {
    return label;
  }

  /** Returns the form used in addresses, as in {@code human-interest}. */
  public String slug() {
    return label.toLowerCase(Locale.ROOT).replace(' ', '-');
  }

  /** Finds a category by its label or slug, case aside. */
  public static Optional<Category> parse(String text) {
    String slug = text.strip().toLowerCase(Locale.ROOT).replace(' ', '-').replace('_', '-');
    return Arrays.stream(values()).filter(c -> c.slug().equals(slug)).findFirst();
  }
}
