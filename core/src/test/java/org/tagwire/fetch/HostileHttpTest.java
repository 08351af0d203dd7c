package org.tagwire.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Which test asks which case of the hostile set's area http, so that none is forgotten. */
class HostileHttpTest {
  private static final Map<Class<?>, Set<String>> ASKED =
      Map.of(
          HostileRedirectTest.class,
          Set.of("N001", "N002", "N003", "N004", "N005", "N007", "N057"),
          HostileBodyTest.class,
          Set.of("N009", "N010", "N011", "N012", "N013", "N014", "N015", "N016", "N017"),
          HostileHeaderTest.class,
          Set.of(
              "N019", "N020", "N022", "N024", "N026", "N027", "N028", "N029", "N031", "N032",
              "N033"),
          HostileTlsTest.class,
          Set.of("N034", "N035"),
          HostileAddressTest.class,
          Set.of(
              "N036", "N037", "N038", "N039", "N041", "N042", "N043", "N045", "N047", "N048",
              "N049", "N050", "N051", "N053", "N054", "N055", "N056"),
          ConnectionFaultTest.class,
          Set.of("N058"));

  /** Leases belong to the hub's subscriber; icons are not fetched. */
  private static final Set<String> ELSEWHERE = Set.of("N060", "N061");

  @Test
  void everyCaseIsAskedByATest() {
    Set<String> missing = new TreeSet<>(HostileHttp.ids());
    ASKED.values().forEach(missing::removeAll);
    missing.removeAll(ELSEWHERE);

    assertThat(missing).isEmpty();
  }
}
