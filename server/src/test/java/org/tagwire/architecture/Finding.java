package org.tagwire.architecture;

/**
 * One breach of one rule.
 *
 * @param rule the rule's name, as waivers write it
 * @param place a class name or a source path from the repository's root, as waivers write it
 * @param detail what is wrong and what to do instead
 */
record Finding(String rule, String place, String detail) {

  @Override
  public String toString() {
    return rule + " | " + place + " | " + detail;
  }
}
