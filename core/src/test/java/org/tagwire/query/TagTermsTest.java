package org.tagwire.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TagTermsTest {
  @Test
  void readsWhatMustAndWhatMustNotBeThere() {
    TagTerms terms = TagTerms.parse("Ferry+Pier-Storm+Quay").orElseThrow();
    assertThat(terms.with()).isEqualTo(List.of("Ferry", "Pier", "Quay"));
    assertThat(terms.without()).isEqualTo(List.of("Storm"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "+", "-", "C++", "-Ferry", "Ferry+", "Ferry+-Storm", "Ferry- "})
  void isNoneWhereATermIsMissing(String spelling) {
    assertThat(TagTerms.parse(spelling)).isEmpty();
  }
}
