package org.tagwire.watch;

import java.util.ArrayList;
import java.util.List;

/**
 * Stems by their letters. Filled by one thread, then only read.
 *
 * <p>An edge is a number made of its node and its letter, in an open hash table: most words of a
 * text leave it at their first or second letter, however many stems there are.
 */
final class Trie<T> {
  private long[] edges = new long[1 << 12];
  private int[] targets = new int[1 << 12];
  private int used;
  private final List<List<T>> nodes = new ArrayList<>(List.of(List.of()));

  /** Returns the node at which a stem ends. */
  int grow(String stem) {
    int node = 0;
    for (int i = 0; i < stem.length(); i++) {
      node = grow(node, stem.charAt(i));
    }
    return node;
  }

  void add(int node, T value) {
    if (nodes.get(node).isEmpty()) {
      nodes.set(node, new ArrayList<>(1));
    }
    nodes.get(node).add(value);
  }

  /** Returns the node that a letter leads to from another, the root being 0; -1 for none. */
  int next(int node, char letter) {
    int slot = slot(edge(node, letter));
    return edges[slot] == 0 ? -1 : targets[slot];
  }

  /** Returns what ends at a node. */
  List<T> at(int node) {
    return nodes.get(node);
  }

  private int grow(int node, char letter) {
    long edge = edge(node, letter);
    int slot = slot(edge);
    if (edges[slot] == 0) {
      if (2 * used >= edges.length) {
        widen();
        slot = slot(edge);
      }
      edges[slot] = edge;
      targets[slot] = nodes.size();
      nodes.add(List.of());
      used++;
    }
    return targets[slot];
  }

  private void widen() {
    long[] oldEdges = edges;
    int[] oldTargets = targets;
    edges = new long[2 * oldEdges.length];
    targets = new int[2 * oldEdges.length];
    for (int i = 0; i < oldEdges.length; i++) {
      if (oldEdges[i] != 0) {
        int slot = slot(oldEdges[i]);
        edges[slot] = oldEdges[i];
        targets[slot] = oldTargets[i];
      }
    }
  }

  /** Never 0, which marks a free slot: no stem has the letter 0. */
  private static long edge(int node, char letter) {
    return (long) node << 16 | letter;
  }

  private int slot(long edge) {
    long mixed = edge * 0x9E3779B97F4A7C15L;
    int mask = edges.length - 1;
    int slot = (int) (mixed >>> 40) & mask;
    while (edges[slot] != 0 && edges[slot] != edge) {
      slot = slot + 1 & mask;
    }
    return slot;
  }
}
