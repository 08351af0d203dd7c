package org.tagwire.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tagwire.model.ShowLimits;
import org.tagwire.url.WebAddress;

class ReservationsTest {

  @Test
  void asksASiteOnceWhatItReserves() {
    byte[] file = "[{\"location\":\"/paid\",\"tdm-reservation\":1}]".getBytes(UTF_8);
    try (var server = ScriptedServer.always("200 OK", file);
        var fetcher = new Fetcher(FetchWorld.loopback(FetchLimits.DEFAULT))) {
      assertThat(fetcher.reservations().limits(WebAddress.of(server.url("/paid/a"))).mined())
          .isFalse();
      assertThat(fetcher.reservations().limits(WebAddress.of(server.url("/news"))))
          .isEqualTo(ShowLimits.NONE);
      assertThat(server.requests())
          .singleElement()
          .asString()
          .startsWith("GET /.well-known/tdmrep.json ");
    }
  }

  @Test
  void takesAMissingFileForNoReservation() {
    try (var server = ScriptedServer.always("404 None", new byte[0]);
        var fetcher = new Fetcher(FetchWorld.loopback(FetchLimits.DEFAULT))) {
      assertThat(fetcher.reservations().limits(WebAddress.of(server.url("/"))))
          .isEqualTo(ShowLimits.NONE);
    }
  }
}
