package org.tagwire.model;

import java.util.Arrays;

/**
 * A unit vector as signed bytes, about 127 for 1: small enough to keep two weeks of news in memory.
 *
 * <p>The array is copied on the way in; {@link #components} returns a copy.
 */
public final class Vector {
  private final byte[] components;

  private Vector(byte[] components) {
    this.components = components;
  }

  public static Vector of(byte[] components) {
    return new Vector(components.clone());
  }

  /** Normalises and rounds {@code values}; a vector of zeros stays one. */
  public static Vector of(float[] values) {
    double square = 0;
    for (float value : values) {
      square += value * value;
    }
    double scale = square == 0 ? 0 : 127 / Math.sqrt(square);
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Math.round(values[i] * scale);
    }
    return new Vector(bytes);
  }

  public byte[] components() {
    return components.clone();
  }

  public int dimension() {
    return components.length;
  }

  /** Returns the cosine of the angle to {@code other}, -1 to 1; 0 where one of them is zero. */
  public double cosine(Vector other) {
    if (other.components.length != components.length) {
      throw new IllegalArgumentException(
          "vectors of "
              + components.length
              + " and "
              + other.components.length
              + " dimensions do not compare");
    }
    long dot = 0;
    long a = 0;
    long b = 0;
    for (int i = 0; i < components.length; i++) {
      int x = components[i];
      int y = other.components[i];
      dot += (long) x * y;
      a += (long) x * x;
      b += (long) y * y;
    }
    return a == 0 || b == 0 ? 0 : dot / Math.sqrt((double) a * b);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Vector v && Arrays.equals(components, v.components);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(components);
  }

  @Override
  public String toString() {
    return "Vector[" + components.length + "]";
  }
}
