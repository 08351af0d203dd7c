package org.tagwire.names;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The name list of NLP4J: 1.6 million names with the numbers of their kinds. It comes as a tree
 * whose nodes are maps from word to node, with a private value.
 */
final class NameList {
  /** The numbers of the kinds, as far as they matter here. */
  static final String PERSON = "14";

  static final String GIVEN = "4";
  static final String ORGANISATION = "13";
  static final String PLACE = "11";
  static final String TOWN = "6";
  static final String BOOK = "8";
  static final String FILM = "10";
  static final String SONG = "15";
  static final String PRODUCT = "12";
  static final String EVENT = "9";
  static final String PEOPLE = "5";

  interface Visitor {
    void visit(List<String> words, Collection<?> kinds);
  }

  private NameList() {}

  /** Shows every name with its kinds to {@code visitor}. */
  static void walk(Visitor visitor) throws IOException, ReflectiveOperationException {
    Object tree = Packing.lexicon("en-named-entity-gazetteers-simplified");
    var root = tree.getClass().getDeclaredField("n_root");
    root.setAccessible(true);
    walk(root.get(tree), new ArrayDeque<>(), visitor);
  }

  private static void walk(Object node, Deque<String> path, Visitor visitor)
      throws ReflectiveOperationException {
    var field = node.getClass().getDeclaredField("value");
    field.setAccessible(true);
    if (field.get(node) instanceof Collection<?> kinds) {
      visitor.visit(List.copyOf(path), kinds);
    }
    for (Map.Entry<?, ?> child : ((Map<?, ?>) node).entrySet()) {
      path.addLast(String.valueOf(child.getKey()));
      walk(child.getValue(), path, visitor);
      path.removeLast();
    }
  }

  /** Returns the names that have one kind only and look like one, by kind, sorted. */
  static Map<String, List<String>> clear() throws IOException, ReflectiveOperationException {
    Map<String, TreeSet<String>> names = new TreeMap<>();
    walk(
        (words, kinds) -> {
          if (kinds.size() == 1 && words.size() <= 5 && words.stream().allMatch(NameList::isName)) {
            names
                .computeIfAbsent(String.valueOf(kinds.iterator().next()), k -> new TreeSet<>())
                .add(String.join(" ", words));
          }
        });
    Map<String, List<String>> lists = new TreeMap<>();
    names.forEach((kind, all) -> lists.put(kind, new ArrayList<>(all)));
    return lists;
  }

  private static boolean isName(String word) {
    boolean small = List.of("of", "the", "and", "de", "&", "in", "for", "to").contains(word);
    boolean letters =
        word.chars().allMatch(c -> Character.isLetter(c) || c == '\'' || c == '-' || c == '.');
    return small
        || (letters
            && Character.isUpperCase(word.charAt(0))
            && !word.endsWith(".")
            && !isList(word));
  }

  /** The list was made of an encyclopedia, whose categories are no names. */
  private static boolean isList(String word) {
    return List.of("List", "Albums", "Songs", "Category").contains(word);
  }
}
