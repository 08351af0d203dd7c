package org.tagwire.newsstand;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionalRequestTest {

  private static final String HOST = "tide-times.example";

  private FixtureStand fixture;

  @BeforeEach
  void open() throws IOException {
    fixture = new FixtureStand();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @ParameterizedTest
  @CsvSource({"/feed.xml", "/", "/news/carried-essay.html", "/media/old-crane-saved.png"})
  void answersNotModifiedToItsOwnValidators(String target) throws Exception {
    HttpResponse<byte[]> first = fixture.get(HOST, target);
    assertThat(first.statusCode()).isEqualTo(200);
    String tag = header(first, "etag");
    HttpResponse<byte[]> byTag = fixture.get(HOST, target, "If-None-Match", tag);
    assertThat(byTag.statusCode()).isEqualTo(304);
    assertThat(byTag.body()).isEmpty();
    assertThat(header(byTag, "etag")).isEqualTo(tag);
    assertThat(byTag.headers().firstValue("content-length")).isEmpty();
    String date = header(first, "last-modified");
    assertThat(fixture.get(HOST, target, "If-Modified-Since", date).statusCode()).isEqualTo(304);
  }

  @Test
  void answersInFullToForeignValidators() throws Exception {
    assertThat(fixture.get(HOST, "/feed.xml", "If-None-Match", "\"other\"").statusCode())
        .isEqualTo(200);
    assertThat(
            fixture
                .get(HOST, "/feed.xml", "If-Modified-Since", "Mon, 01 Jan 2001 00:00:00 GMT")
                .statusCode())
        .isEqualTo(200);
    assertThat(fixture.get(HOST, "/feed.xml", "If-Modified-Since", "yesterday").statusCode())
        .isEqualTo(200);
  }

  @Test
  void letsTheTagDecideWhenBothAreSent() throws Exception {
    String date = header(fixture.get(HOST, "/feed.xml"), "last-modified");
    assertThat(
            fixture
                .get(HOST, "/feed.xml", "If-None-Match", "\"other\"", "If-Modified-Since", date)
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void compressesTextForWhoeverAcceptsGzip() throws Exception {
    byte[] plain = fixture.get(HOST, "/").body();
    HttpResponse<byte[]> zipped = fixture.get(HOST, "/", "Accept-Encoding", "br, gzip;q=0.8");
    assertThat(header(zipped, "content-encoding")).isEqualTo("gzip");
    assertThat(header(zipped, "vary")).isEqualTo("Accept-Encoding");
    assertThat(unzip(zipped.body())).isEqualTo(plain);
    String weak = header(zipped, "etag");
    assertThat(weak).startsWith("W/\"");
    assertThat(fixture.get(HOST, "/", "If-None-Match", weak).statusCode()).isEqualTo(304);
  }

  @Test
  void doesNotCompressAgainstTheClientsWill() throws Exception {
    assertThat(fixture.get(HOST, "/", "Accept-Encoding", "gzip;q=0").headers().map())
        .doesNotContainKey("content-encoding");
    assertThat(
            fixture
                .get(HOST, "/media/old-crane-saved.png", "Accept-Encoding", "gzip")
                .headers()
                .map())
        .doesNotContainKey("content-encoding");
  }

  @Test
  void answersHeadWithTheHeadersOfGet() throws Exception {
    HttpResponse<byte[]> get = fixture.get(HOST, "/feed.xml");
    HttpResponse<byte[]> head = fixture.send("HEAD", HOST, "/feed.xml");
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().map()).isEqualTo(get.headers().map());
    assertThat(header(head, "content-length")).isEqualTo("" + get.body().length);
  }

  @Test
  void datesItsAnswersByTheStandsClock() throws Exception {
    HttpResponse<byte[]> answer = fixture.get(HOST, "/news/carried-essay.html");
    assertThat(header(answer, "date")).isEqualTo("Wed, 14 May 2031 12:00:00 GMT");
    assertThat(header(answer, "last-modified")).isEqualTo("Fri, 25 Apr 2031 07:15:00 GMT");
  }

  private static String header(HttpResponse<byte[]> response, String name) {
    return response.headers().firstValue(name).orElseThrow();
  }

  private static byte[] unzip(byte[] bytes) throws IOException {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return in.readAllBytes();
    }
  }
}
