package org.tagwire.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who answers for a site.
 *
 * @param domain the address of the publisher, and its identity
 * @param name the name readers know; the domain until a better one is seen
 * @param homePage the address of the home page, if known
 * @param country ISO 3166 code, if known
 * @param language the language most of its articles are in
 */
public record Publisher(
    Domain domain,
    String name,
    @Nullable String homePage,
    @Nullable String country,
    Language language) {

  /** Returns a publisher of whom only the domain is known. */
  public static Publisher of(Domain domain) {
    return new Publisher(domain, domain.name(), null, null, Language.UNDETERMINED);
  }

  public Optional<String> findHomePage() {
    return Optional.ofNullable(homePage);
  }

  public Optional<String> findCountry() {
    return Optional.ofNullable(country);
  }

  public boolean isNamed() {
    return !name.equals(domain.name());
  }
}
