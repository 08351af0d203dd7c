package org.tagwire.store.sqlite;

import java.util.HashMap;
import java.util.Map;
import org.tagwire.model.Knowledge;
import org.tagwire.model.Observation;

/** The stored form of what was learned: observations one by one, and the counts of one scope. */
final class CountsCodec {
  private static final int VERSION = 1;

  private CountsCodec() {}

  static byte[] encode(Observation observation) {
    ByteWriter words = new ByteWriter();
    words.list(
        observation.sightings(),
        (o, s) ->
            o.text(s.scope().topic()).text(s.scope().subject()).text(s.what()).real(s.weight()));
    return packed(words);
  }

  static Observation decodeObservation(byte[] payload) {
    return new Observation(
        words(payload)
            .list(
                i ->
                    new Observation.Sighting(
                        new Knowledge.Scope(i.text(), i.text()), i.text(), i.real())));
  }

  static byte[] encode(Map<String, Double> counts) {
    ByteWriter words = new ByteWriter().varint(counts.size());
    counts.forEach((what, count) -> words.text(what).real(count));
    return packed(words);
  }

  static Map<String, Double> decodeCounts(byte[] payload) {
    ByteReader in = words(payload);
    int size = in.length();
    Map<String, Double> counts = new HashMap<>();
    for (int i = 0; i < size; i++) {
      counts.put(in.text(), in.real());
    }
    return counts;
  }

  private static byte[] packed(ByteWriter words) {
    ByteWriter out = new ByteWriter().octet(VERSION);
    Packing.LZ4.pack(out, words.buffer(), words.size());
    return out.toBytes();
  }

  private static ByteReader words(byte[] payload) {
    ByteReader out = new ByteReader(payload);
    Codec.version(out, VERSION);
    return new ByteReader(Packing.unpack(out));
  }
}
