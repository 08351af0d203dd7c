package org.tagwire.store.sqlite;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tagwire.model.SourceHealth;
import org.tagwire.model.SourceHealth.Answer;
import org.tagwire.model.SourceHealth.Habits;
import org.tagwire.model.SourceHealth.Items;
import org.tagwire.model.SourceHealth.Mark;
import org.tagwire.model.SourceHealth.PageState;

/** The stored form of a {@link SourceHealth}. */
final class HealthCodec {
  private static final int VERSION = 1;

  private HealthCodec() {}

  static byte[] encode(SourceHealth health) {
    ByteWriter out = new ByteWriter().octet(VERSION);
    answer(out, health.answer());
    items(out, health.items());
    habits(out, health.habits());
    out.list(
        List.copyOf(health.pages().entrySet()),
        (o, page) -> o.ordinal(page.getKey()).varint(page.getValue()));
    out.list(health.repairs(), ByteWriter::text);
    out.list(health.marks(), (o, m) -> o.fixedInt(m.link()).fixedInt(m.guid()).fixedInt(m.title()));
    return out.flag(health.disallowed()).toBytes();
  }

  static SourceHealth decode(byte[] payload) {
    ByteReader in = new ByteReader(payload);
    Codec.version(in, VERSION);
    return new SourceHealth(
        answer(in),
        items(in),
        habits(in),
        pages(in),
        in.list(ByteReader::text),
        in.list(i -> new Mark(i.fixedInt(), i.fixedInt(), i.fixedInt())),
        in.flag());
  }

  private static void answer(ByteWriter out, Answer answer) {
    out.instant(answer.at()).varint(answer.bytes()).fixedInt(answer.print()).text(answer.format());
    out.optional(answer.ttl(), HealthCodec::span).optional(answer.freshness(), HealthCodec::span);
    out.optional(answer.landed(), ByteWriter::text);
    out.optional(answer.landedSince(), ByteWriter::instant);
    out.flag(answer.partial()).optional(answer.hub(), ByteWriter::text);
  }

  private static Answer answer(ByteReader in) {
    return new Answer(
        in.instant(),
        (int) in.varint(),
        in.fixedInt(),
        in.text(),
        in.optional(HealthCodec::span),
        in.optional(HealthCodec::span),
        in.optional(ByteReader::text),
        in.optional(ByteReader::instant),
        in.flag(),
        in.optional(ByteReader::text));
  }

  private static void items(ByteWriter out, Items items) {
    out.varint(items.all()).varint(items.undated()).varint(items.future());
    out.varint(items.nameless()).varint(items.repeated()).varint(items.unlinked());
    out.varint(items.whole()).optional(items.newest(), ByteWriter::instant);
  }

  private static Items items(ByteReader in) {
    return new Items(
        (int) in.varint(),
        (int) in.varint(),
        (int) in.varint(),
        (int) in.varint(),
        (int) in.varint(),
        (int) in.varint(),
        (int) in.varint(),
        in.optional(ByteReader::instant));
  }

  private static void habits(ByteWriter out, Habits habits) {
    out.varint(habits.polls()).fixedInt(habits.asked()).fixedInt(habits.same());
    out.fixedInt(habits.moving()).fixedInt(habits.bare());
    out.fixedInt(habits.churned()).fixedInt(habits.reused());
  }

  private static Habits habits(ByteReader in) {
    return new Habits(
        (int) in.varint(),
        in.fixedInt(),
        in.fixedInt(),
        in.fixedInt(),
        in.fixedInt(),
        in.fixedInt(),
        in.fixedInt());
  }

  private static Map<PageState, Integer> pages(ByteReader in) {
    record Count(PageState state, int number) {}
    Map<PageState, Integer> pages = new EnumMap<>(PageState.class);
    for (Count count : in.list(i -> new Count(i.ordinal(PageState.values()), (int) i.varint()))) {
      pages.put(count.state(), count.number());
    }
    return pages;
  }

  private static void span(ByteWriter out, Duration span) {
    out.signed(span.toMillis());
  }

  private static Duration span(ByteReader in) {
    return Duration.ofMillis(in.signed());
  }
}
