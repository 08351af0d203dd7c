package org.tagwire.server.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Colours: their contrast, the tokens of the style, and the owner's own. */
class AccentTest {
  private static final Palette PALETTE = Palette.of(css());

  @Test
  void contrastIsThatOfTheStandard() {
    assertThat(Colour.BLACK.contrast(Colour.WHITE)).isCloseTo(21, within(0.001));
    assertThat(Colour.WHITE.contrast(Colour.WHITE)).isEqualTo(1);
    assertThat(colour("#767676").contrast(Colour.WHITE)).isCloseTo(4.54, within(0.01));
    assertThat(colour("#777777").contrast(Colour.WHITE)).isCloseTo(4.48, within(0.01));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "0b5c56", "#0b5c5", "#0b5c567", "#0b5c5g", "red", "#fff;}*{", " #ffffff"})
  void nothingButSixDigitsIsAColour(String text) {
    assertThat(Colour.parse(text)).isEmpty();
  }

  @Test
  void everyTextCanBeReadOnWhatItStandsOn() {
    for (String text : List.of("ink", "soft", "accent", "good", "warn", "bad")) {
      for (String ground : List.of("paper", "sheet")) {
        assertReadable(text, ground);
      }
    }
    for (String text : List.of("ink", "soft", "accent")) {
      assertReadable(text, "accent-soft");
    }
    for (String text : List.of("good", "warn", "bad")) {
      assertReadable(text, text + "-soft");
    }
    assertReadable("ink", "mark");
  }

  @Test
  void theEdgesOfFieldsCanBeSeen() {
    for (String ground : List.of("paper", "sheet")) {
      Palette.Pair edge = PALETTE.require("edge");
      Palette.Pair on = PALETTE.require(ground);
      assertThat(edge.light().contrast(on.light())).as(ground).isGreaterThanOrEqualTo(3);
      assertThat(edge.dark().contrast(on.dark())).as(ground).isGreaterThanOrEqualTo(3);
    }
  }

  @Test
  void anyColourOfAnOwnersBecomesOneThatCanBeRead() {
    Random random = new Random(20_260_310);
    for (int i = 0; i < 500; i++) {
      Colour wanted = new Colour(random.nextInt(256), random.nextInt(256), random.nextInt(256));
      Accent accent = Accent.of(wanted, PALETTE);
      for (String ground : List.of("paper", "sheet")) {
        Palette.Pair on = PALETTE.require(ground);
        assertReadable(accent.shades().light(), on.light(), wanted);
        assertReadable(accent.shades().dark(), on.dark(), wanted);
      }
      assertReadable(accent.shades().light(), accent.tints().light(), wanted);
      assertReadable(accent.shades().dark(), accent.tints().dark(), wanted);
    }
  }

  @Test
  void aColourThatCanBeReadIsKept() {
    assertThat(Accent.of(colour("#0b5c56"), PALETTE).shades().light())
        .isEqualTo(colour("#0b5c56"));
    assertThat(Accent.of(colour("#74cbc1"), PALETTE).shades().dark()).isEqualTo(colour("#74cbc1"));
  }

  @Test
  void theRuleHasNothingButColours() {
    assertThat(Accent.of(colour("#ff8800"), PALETTE).css())
        .matches(
            "\\n:root \\{ --accent: light-dark\\(#[0-9a-f]{6}, #[0-9a-f]{6}\\);"
                + " --accent-soft: light-dark\\(#[0-9a-f]{6}, #[0-9a-f]{6}\\); \\}\\n");
  }

  private static void assertReadable(String text, String ground) {
    Palette.Pair ink = PALETTE.require(text);
    Palette.Pair on = PALETTE.require(ground);
    assertThat(ink.light().contrast(on.light())).as(text + " on " + ground).isGreaterThan(4.5);
    assertThat(ink.dark().contrast(on.dark())).as(text + " on dark " + ground).isGreaterThan(4.5);
  }

  private static void assertReadable(Colour text, Colour ground, Colour wanted) {
    assertThat(text.contrast(ground)).as(wanted.toString()).isGreaterThanOrEqualTo(4.5);
  }

  private static Colour colour(String text) {
    return Colour.parse(text).orElseThrow();
  }

  private static String css() {
    try (InputStream in = Accent.class.getResourceAsStream("/site/tagwire.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
