package org.tagwire.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Makes new inputs out of known ones, the same for the same seed. Used by one thread. */
final class Mutations {
  private static final int MOST_CHANGES = 6;

  private final Target target;
  private final List<byte[]> known;
  private final SplittableRandom random;

  Mutations(Target target, List<byte[]> known, long seed) {
    this.target = target;
    this.known = known;
    this.random = new SplittableRandom(seed);
  }

  byte[] next() {
    byte[] input = known.isEmpty() ? new byte[0] : known.get(random.nextInt(known.size()));
    for (int n = random.nextInt(MOST_CHANGES); n >= 0; n--) {
      input = changed(input);
    }
    return Arrays.copyOf(input, Math.min(input.length, target.longest()));
  }

  private byte[] changed(byte[] input) {
    int from = random.nextInt(input.length + 1);
    int to = from + random.nextInt(Math.min(32, input.length - from) + 1);
    return switch (random.nextInt(6)) {
      case 0 -> spliced(input, from, word(), from);
      case 1 -> spliced(input, from, word(), to);
      case 2 -> spliced(input, from, new byte[0], to);
      case 3 -> spliced(input, from, Arrays.copyOfRange(input, from, to), from);
      case 4 ->
          spliced(input, from, new byte[] {(byte) random.nextInt(256)}, Math.min(to, from + 1));
      default -> spliced(input, from, tail(), input.length);
    };
  }

  private byte[] word() {
    String word = target.words().get(random.nextInt(target.words().size()));
    return word.repeat(random.nextInt(8) == 0 ? 40 : 1).getBytes(StandardCharsets.UTF_8);
  }

  /** The end of another known input. */
  private byte[] tail() {
    byte[] other = known.isEmpty() ? word() : known.get(random.nextInt(known.size()));
    return Arrays.copyOfRange(other, random.nextInt(other.length + 1), other.length);
  }

  private static byte[] spliced(byte[] input, int from, byte[] between, int to) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(input.length + between.length);
    out.write(input, 0, from);
    out.writeBytes(between);
    out.write(input, to, input.length - to);
    return out.toByteArray();
  }
}
