package org.tagwire.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The product keeps the laws of the house. */
@TestInstance(Lifecycle.PER_CLASS)
final class ArchitectureTest {

  private final Waivers waivers = Waivers.read();
  private List<Finding> compiled = List.of();
  private List<Finding> written = List.of();

  @BeforeAll
  void lookAtTheHouse() {
    compiled = new CompiledRules("org.tagwire").check(House.product());
    written = new SourceRules(House.base()).check(House.sources());
  }

  @Test
  void seesTheHouseItJudges() {
    assertThat(House.sources()).hasSizeGreaterThan(10);
    assertThat(House.product()).isNotEmpty();
  }

  @Test
  void keepsTheArrowsAndTheHabitsInCompiledCode() {
    assertThat(waivers.without(compiled)).isEmpty();
  }

  @Test
  void keepsTheLengthsAndTheHabitsInSourceFiles() {
    assertThat(waivers.without(written)).isEmpty();
  }

  @Test
  void keepsNoWaiverThatNothingNeeds() {
    var all = Stream.concat(compiled.stream(), written.stream()).toList();

    assertThat(waivers.idle(all)).isEmpty();
  }
}
