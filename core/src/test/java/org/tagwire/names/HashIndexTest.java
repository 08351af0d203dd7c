package org.tagwire.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tagwire.model.TagKind;

class HashIndexTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);

  private void write(SortedSet<Integer> hashes) throws IOException {
    out.writeInt(hashes.size());
    long before = 0;
    for (int hash : hashes) {
      long gap = Integer.toUnsignedLong(hash) - before;
      before += gap;
      while (gap >= 0x80) {
        out.writeByte((int) (gap & 0x7F) | 0x80);
        gap >>>= 7;
      }
      out.writeByte((int) gap);
    }
  }

  private DataInputStream written() {
    return new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
  }

  private static SortedSet<Integer> someHashes() {
    SortedSet<Integer> hashes = new TreeSet<>(Integer::compareUnsigned);
    new Random(11).ints(5_000).forEach(hashes::add);
    hashes.add(0);
    hashes.add(-1);
    hashes.add(Integer.MIN_VALUE);
    hashes.add(Integer.MAX_VALUE);
    return hashes;
  }

  @Test
  void findsWhatWasWrittenByItsRankAndNothingElse() throws IOException {
    SortedSet<Integer> hashes = someHashes();
    write(hashes);
    HashIndex index = HashIndex.read(written());
    int rank = 0;
    for (int hash : hashes) {
      assertThat(index.find(hash)).isEqualTo(rank++);
      if (!hashes.contains(hash + 1)) {
        assertThat(index.find(hash + 1)).isEqualTo(-1);
      }
    }
    assertThat(index.size()).isEqualTo(hashes.size());
  }

  @Test
  void aTornFileIsNotTakenForAShortOne() throws IOException {
    write(someHashes());
    byte[] half = Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2);
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(half));
    assertThatThrownBy(() -> HashIndex.read(in)).isInstanceOf(EOFException.class);
  }

  @Test
  void theModelGivesBackTheWeightsThatWereWritten() throws IOException {
    int person = Label.of(TagKind.PERSON, Label.UNIT);
    out.writeFloat(0.5f);
    for (int i = 0; i < Label.COUNT * Label.COUNT; i++) {
      out.writeFloat(i);
    }
    SortedSet<Integer> clues = new TreeSet<>(Integer::compareUnsigned);
    clues.add(-7);
    clues.add(7);
    write(clues);
    out.write(new byte[] {1, 2, (byte) person, (byte) Label.OUTSIDE, (byte) person, 4, -6, 100});
    Weights weights = Weights.read(written());
    float[] scores = weights.scores(new int[] {7, -7, 8});
    assertThat(scores[person]).isEqualTo(0.5f * (4 + 100));
    assertThat(scores[Label.OUTSIDE]).isEqualTo(0.5f * -6);
    assertThat(weights.transitions()[1][2]).isEqualTo(Label.COUNT + 2);
  }
}
