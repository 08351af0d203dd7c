package org.tagwire.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.tagwire.model.TagKind;

class LatticeTest {
  private static final int TOKENS = 3;

  private final float[][] transitions = new float[Label.COUNT][Label.COUNT];
  private final float[][] scores = new float[TOKENS][Label.COUNT];

  /** Every labelling one by one, against the sums. */
  @RepeatedTest(5)
  void agreesWithCountingEveryLabelling(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    for (float[] row : transitions) {
      fill(row, random);
    }
    for (float[] row : scores) {
      fill(row, random);
    }
    double total = 0;
    double most = 0;
    int[] best = new int[TOKENS];
    double[] second = new double[Label.COUNT];
    double[][] first = new double[Label.COUNT][Label.COUNT];
    int[] labels = new int[TOKENS];
    for (int code = 0; code < Label.COUNT * Label.COUNT * Label.COUNT; code++) {
      labels[0] = code % Label.COUNT;
      labels[1] = code / Label.COUNT % Label.COUNT;
      labels[2] = code / Label.COUNT / Label.COUNT;
      double weight = weight(labels);
      total += weight;
      second[labels[1]] += weight;
      first[labels[0]][labels[1]] += weight;
      if (weight > most) {
        most = weight;
        best = labels.clone();
      }
    }
    Lattice lattice = new Lattice(scores, Lattice.factors(transitions));
    assertThat(lattice.best()).isEqualTo(best);
    assertThat(lattice.probability(best, 0, TOKENS)).isCloseTo(most / total, within(1e-6));
    for (int label = 0; label < Label.COUNT; label++) {
      assertThat(lattice.marginals(1)[label]).isCloseTo(second[label] / total, within(1e-6));
      for (int next = 0; next < Label.COUNT; next++) {
        assertThat(lattice.pairs(0)[label][next])
            .isCloseTo(first[label][next] / total, within(1e-6));
      }
    }
  }

  private static void fill(float[] row, Random random) {
    for (int i = 0; i < row.length; i++) {
      row[i] = 3 * (float) random.nextGaussian();
    }
  }

  private double weight(int[] labels) {
    int before = Label.OUTSIDE;
    double sum = 0;
    for (int i = 0; i <= labels.length; i++) {
      int label = i < labels.length ? labels[i] : Label.OUTSIDE;
      if (!Label.mayFollow(before, label)) {
        return 0;
      }
      sum += transitions[before][label] + (i < labels.length ? scores[i][label] : 0);
      before = label;
    }
    return Math.exp(sum);
  }

  @Test
  void staysSoundInLongRunsOfExtremeScores() {
    float[][] run = new float[2_000][Label.COUNT];
    for (float[] row : run) {
      Arrays.fill(row, -60);
      row[Label.of(TagKind.PLACE, Label.UNIT)] = 60;
    }
    Lattice lattice = new Lattice(run, Lattice.factors(transitions));
    int[] labels = lattice.best();
    assertThat(labels).containsOnly(Label.of(TagKind.PLACE, Label.UNIT));
    assertThat(Lattice.spans(labels)).hasSize(run.length);
    assertThat(lattice.probability(labels, 999, 1_000)).isCloseTo(1, within(1e-9));
  }

  @Test
  void aNameIsClosedBeforeAnythingElseBegins() {
    int begin = Label.of(TagKind.WORK, Label.BEGIN);
    int last = Label.of(TagKind.WORK, Label.LAST);
    assertThat(Label.mayFollow(begin, Label.OUTSIDE)).isFalse();
    assertThat(Label.mayFollow(begin, Label.of(TagKind.PLACE, Label.LAST))).isFalse();
    assertThat(Label.mayFollow(begin, last)).isTrue();
    assertThat(Label.mayFollow(last, begin)).isTrue();
    assertThat(Label.mayFollow(Label.OUTSIDE, last)).isFalse();
  }

  @Test
  void spansAreReadBackFromTheirLabels() {
    int[] labels = {
      Label.OUTSIDE,
      Label.of(TagKind.PERSON, Label.BEGIN),
      Label.of(TagKind.PERSON, Label.INSIDE),
      Label.of(TagKind.PERSON, Label.LAST),
      Label.of(TagKind.PLACE, Label.UNIT)
    };
    assertThat(Lattice.spans(labels)).containsExactly(new int[] {1, 4}, new int[] {4, 5});
  }
}
