package org.tagwire.server.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.TagwireException;

final class ControlChannelTest {
  private final List<String> told = new ArrayList<>();
  private final ControlServer server =
      ControlServer.open(ControlChannelTest::serve, new SecureRandom());
  private final ControlClient client =
      new ControlClient(
          new NodeFile(
              server.port(), server.token(), ProcessHandle.current().pid(), "http://localhost:1"));

  @AfterEach
  void close() {
    server.close();
  }

  private static void serve(Order order, Report report) {
    switch (order.name()) {
      case "echo" -> {
        report.progress("words", 1, 2);
        report.note(String.join(",", order.arguments()) + order.options());
        report.line(order.text());
      }
      case "refuse" -> throw new TagwireException(ErrorCode.NOT_FOUND, "there is no such thing");
      default -> throw new IllegalStateException("a bug");
    }
  }

  @Test
  void carriesOrdersThereAndReportsBack() {
    client.carryOut(
        Order.of("echo", "a", "b").with("how", "slow").with(utf8("erste Zeile\nzweite ✓")),
        report());

    assertThat(told)
        .containsExactly("progress words 1 2", "note a,b{how=slow}", "line erste Zeile\nzweite ✓");
  }

  @Test
  void carriesAFailureWithItsCode() {
    assertThatThrownBy(() -> client.carryOut(Order.of("refuse"), report()))
        .isInstanceOfSatisfying(
            TagwireException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND))
        .hasMessage("there is no such thing");
  }

  @Test
  void survivesABugInAnErrand() {
    assertThatThrownBy(() -> client.carryOut(Order.of("stumble"), report()))
        .hasMessageContaining("'stumble' broke");

    client.carryOut(Order.of("echo"), report());
    assertThat(told).isNotEmpty();
  }

  @Test
  void refusesWhoDoesNotShowTheTokenOrMeansAnotherHostOrComesFromAPage() throws Exception {
    assertThat(status("POST", "Bearer 00000000000000000000", "")).isEqualTo(403);
    assertThat(status("POST", "Bearer " + server.token(), "https://news.example.org"))
        .isEqualTo(403);
    assertThat(status("GET", "Bearer " + server.token(), "")).isEqualTo(405);
    assertThat(status("POST", "Bearer " + server.token(), "")).isEqualTo(400);
  }

  @Test
  void saysWhenNobodyAnswers() {
    int port = server.port();
    server.close();
    ControlClient late =
        new ControlClient(new NodeFile(port, server.token(), 1, "http://localhost:1"));

    assertThatThrownBy(() -> late.carryOut(Order.of("echo"), report()))
        .isInstanceOf(TagwireException.class)
        .hasMessageContaining("does not answer on port " + port);
  }

  private int status(String method, String authorization, String origin)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + ControlServer.PATH))
            .method(method, HttpRequest.BodyPublishers.ofString("no order"))
            .header("Authorization", authorization);
    if (!origin.isEmpty()) {
      request.header("Origin", origin);
    }
    try (HttpClient browser = HttpClient.newHttpClient()) {
      return browser.send(request.build(), BodyHandlers.discarding()).statusCode();
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private Report report() {
    return new Report() {
      @Override
      public void line(String text) {
        told.add("line " + text);
      }

      @Override
      public void note(String text) {
        told.add("note " + text);
      }

      @Override
      public void progress(String what, long done, long total) {
        told.add("progress " + what + " " + done + " " + total);
      }
    };
  }
}
