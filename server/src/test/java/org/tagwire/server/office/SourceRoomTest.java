package org.tagwire.server.office;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagwire.model.Audience;
import org.tagwire.model.Source;
import org.tagwire.model.Visibility;
import org.tagwire.server.web.SiteOptions.Mode;
import org.tagwire.store.SourceStatus;

/** Sources are looked at, added, changed, paused and removed by pages that need no script. */
class SourceRoomTest {
  private static final String FEED =
      """
      <rss version="2.0"><channel><title>Harbour Herald</title><language>en</language>
      <item><title>Ferry to the islands returns</title><link>http://h.example/1</link>
      <description>The ferry returns to the islands after the winter.</description>
      <pubDate>Wed, 14 May 2031 10:00:00 GMT</pubDate></item>
      <item><title>Orla Fennimore opens the theatre &lt;b&gt;</title><link>http://h.example/2</link>
      <description>She opened the theatre on Saturday evening.</description></item>
      </channel></rss>
      """;

  @TempDir private Path directory;
  private HttpServer herald;
  private LocalOffice office;
  private LocalOffice.Browser owner;

  @BeforeEach
  void open() throws IOException {
    herald = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    print("/feed", "application/rss+xml", FEED);
    print(
        "/home",
        "text/html",
        "<html><head><title>Herald</title><link rel='alternate' type='application/rss+xml'"
            + " href='/feed'></head><body>News</body></html>");
    print("/robots.txt", "text/plain", "User-agent: *\nDisallow: /secret\n");
    print("/secret/feed", "application/rss+xml", FEED);
    herald.start();
    int port = herald.getAddress().getPort();
    office =
        new LocalOffice(
            directory,
            LocalOffice.options(Mode.PRIVATE, ""),
            Map.of("allow-networks", "127.0.0.0/8:" + port));
    owner = office.browser();
  }

  private void print(String path, String type, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    herald.createContext(
        path,
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", type);
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  @AfterEach
  void close() {
    office.close();
    herald.stop(0);
  }

  private String address(String path) {
    return "http://127.0.0.1:" + herald.getAddress().getPort() + path;
  }

  private List<SourceStatus> sources() {
    return office.works().store().sources().list(Audience.OWNER);
  }

  private HttpResponse<String> look(String address) {
    return owner.submit(
        "/en/office/sources/add", "/en/office/sources/preview", Map.of("address", address));
  }

  @Test
  void saysInTheReadersLanguageWhyNothingWasFound() {
    HttpResponse<String> arabic =
        owner.submit(
            "/ar/office/sources/add",
            "/ar/office/sources/preview",
            Map.of("address", address("/nowhere")));
    assertThat(arabic.statusCode()).isEqualTo(422);
    assertThat(Jsoup.parse(arabic.body()).select(".note.bad").text())
        .contains("تعذّرت قراءة", "/nowhere")
        .doesNotContain("answered");

    HttpResponse<String> german =
        owner.submit(
            "/de/office/watch", "/de/office/watch", Map.of("names", "Quell lang:zzzz\nBo\n\nBo"));
    assertThat(german.statusCode()).isEqualTo(422);
    assertThat(Jsoup.parse(german.body()).select(".note.bad p").eachText())
        .contains(
            "Zeile 4: „Bo“ steht schon in Zeile 2. Schreiben Sie alle Schreibweisen eines"
                + " Namens in eine Zeile, mit | dazwischen.");
  }

  @Test
  void leadsAnOwnerWithoutSourcesToTheFirstSteps() {
    HttpResponse<String> front = owner.get("/en/");
    assertThat(front.statusCode()).isEqualTo(303);
    assertThat(front.headers().firstValue("Location")).contains("/en/start");
    assertThat(owner.page("/ar/start").text()).contains("أهلًا بك", "لا مصادر بعد");

    HttpResponse<String> added =
        owner.submit("/en/start", "/en/office/sources/packs", Map.of("pack", "science"));
    assertThat(added.statusCode()).isEqualTo(303);
    assertThat(sources()).isNotEmpty().allMatch(s -> !s.source().folder().isEmpty());
    assertThat(owner.get("/en/").statusCode()).isEqualTo(200);
  }

  @Test
  void showsWhatASourceWouldBringBeforeItIsAdded() {
    HttpResponse<String> answer = look(address("/home"));
    Document page = Jsoup.parse(answer.body());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(page.expectFirst("h1").text()).isEqualTo("Harbour Herald");
    assertThat(page.text())
        .contains("English", "Summaries only", "It may be read", "2 hours ago")
        .contains("Ferry to the islands returns", "Orla Fennimore opens the theatre");
    assertThat(page.select("main b")).isEmpty();
    assertThat(sources()).isEmpty();

    String action = "/en/office/sources/add";
    var form = page.expectFirst("form[action=" + action + "]");
    assertThat(form.expectFirst("input[name=address]").attr("value")).isEqualTo(address("/feed"));
    HttpResponse<String> added =
        owner.submit(
            "/en/office/sources/add",
            action,
            Map.of("address", address("/feed"), "title", "The Herald", "folder", "News/Local"));
    assertThat(added.headers().firstValue("Location")).contains("/en/source/1");
    Source source = sources().getFirst().source();
    assertThat(source.title()).isEqualTo("The Herald");
    assertThat(source.folder()).isEqualTo("News/Local");
    assertThat(source.visibility()).isEqualTo(Visibility.PUBLIC);
    assertThat(look(address("/feed")).body()).contains("You have this source already");
  }

  @Test
  void cutsALongNameBetweenTwoCharacters() {
    String add = "/en/office/sources/add";
    String name = "x".repeat(199);
    owner.submit(
        add, add, Map.of("address", address("/feed"), "title", name + "\uD83D\uDCF0 news"));
    assertThat(sources().getFirst().source().title()).isEqualTo(name);
  }

  @Test
  void saysWhatRobotsForbid() {
    assertThat(look(address("/secret/feed")).body())
        .contains("robots.txt forbids it: it is read for you alone", "for you alone");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "http://",
        "not an address at all",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "http://169.254.169.254/latest/meta-data/",
        "http://localhost:1/",
        "http://[::1]:22/"
      })
  void saysWhyAnAddressBringsNothingAndKeepsIt(String typed) {
    HttpResponse<String> answer = look(typed);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    Document page = Jsoup.parse(answer.body());
    var field = page.expectFirst("input[name=address]");
    assertThat(field.attr("value")).isEqualTo(typed);
    assertThat(field.attr("aria-invalid")).isEqualTo("true");
    assertThat(page.getElementById(field.attr("aria-describedby").split(" ")[0])).isNotNull();
    assertThat(answer.body()).doesNotContain("Exception", "java.");
  }

  @Test
  void changesPausesAndRemovesASource() {
    owner.submit(
        "/en/office/sources/add",
        "/en/office/sources/list",
        Map.of("list", address("/feed") + "\nnonsense\n"));
    String sheet = "/en/office/source/1";

    HttpResponse<String> saved =
        owner.submit(
            sheet,
            sheet,
            Map.of("title", "Herald <i>", "folder", "", "pages", "off", "seen", "private"));
    assertThat(saved.headers().firstValue("Location")).contains(sheet + "?done=saved");
    Source changed = sources().getFirst().source();
    assertThat(changed.title()).isEqualTo("Herald <i>");
    assertThat(changed.pages()).isEqualTo(Source.PageFetching.OFF);
    assertThat(changed.visibility()).isEqualTo(Visibility.PRIVATE);
    assertThat(owner.submit(sheet, sheet, Map.of("title", " ")).statusCode()).isEqualTo(422);

    owner.submit(sheet, sheet + "/pause", Map.of());
    assertThat(sources().getFirst().state()).isEqualTo(SourceStatus.State.PAUSED);
    owner.submit(sheet, sheet + "/pause", Map.of());
    assertThat(sources().getFirst().state()).isNotEqualTo(SourceStatus.State.PAUSED);

    assertThat(owner.page(sheet + "/remove").text()).contains("Remove Herald <i>?");
    assertThat(sources()).hasSize(1);
    owner.submit(sheet + "/remove", sheet + "/remove", Map.of());
    assertThat(sources()).isEmpty();
    assertThat(owner.get(sheet).statusCode()).isEqualTo(404);
  }

  @Test
  void takesAPastedOpmlListInWhateverEncodingItsFileWas() {
    HttpResponse<String> added =
        owner.submit(
            "/en/office/sources/add",
            "/en/office/sources/list",
            Map.of(
                "list",
                "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><opml version=\"2.0\"><body>"
                    + "<outline text=\"Nouvelles d'été\"><outline text=\"Étoile\" xmlUrl=\""
                    + address("/feed")
                    + "\"/></outline></body></opml>"));
    assertThat(added.statusCode()).isEqualTo(303);
    assertThat(sources().getFirst().source().title()).isEqualTo("Étoile");
    assertThat(sources().getFirst().source().folder()).isEqualTo("Nouvelles d'été");

    HttpResponse<String> wrong =
        owner.submit(
            "/en/office/sources/add", "/en/office/sources/list", Map.of("list", "<opml>\nnone"));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(Jsoup.parse(wrong.body()).expectFirst("textarea").wholeText())
        .isEqualTo("<opml>\nnone");
  }

  /** Sends a file as the page's own form does. */
  private HttpResponse<String> upload(String name, String content, String pasted) {
    Document page = owner.page("/en/office/sources/add");
    var form = page.expectFirst("form[enctype=multipart/form-data]");
    assertThat(form.select("input[type=file][name=file], textarea[name=list]")).hasSize(2);
    String part = "--edge\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n";
    String body =
        part.formatted("token", "", form.expectFirst("[name=token]").attr("value"))
            + part.formatted("file", "; filename=\"" + name + "\"", content)
            + part.formatted("list", "", pasted)
            + "--edge--\r\n";
    return owner.post(
        form.attr("action"), body, "Content-Type", "multipart/form-data; boundary=edge");
  }

  @Test
  void takesAnOpmlFile() {
    HttpResponse<String> added =
        upload(
            "reader.opml",
            "\ufeff<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\"><body>"
                + "<outline text=\"Nouvelles d'été\"><outline text=\"Étoile\" xmlUrl=\""
                + address("/feed")
                + "\"/></outline></body></opml>",
            "");

    assertThat(added.statusCode()).isEqualTo(303);
    assertThat(added.headers().firstValue("Location")).contains("/en/sources");
    assertThat(sources().getFirst().source().title()).isEqualTo("Étoile");
    assertThat(sources().getFirst().source().folder()).isEqualTo("Nouvelles d'été");
  }

  @Test
  void takesAFileOfAddressesAndWhereNoFileIsChosenWhatWasPasted() {
    assertThat(upload("feeds.txt", address("/feed") + "\r\nnonsense\r\n", "").statusCode())
        .isEqualTo(303);
    assertThat(sources()).hasSize(1);
    assertThat(upload("", "", address("/other")).statusCode()).isEqualTo(303);
    assertThat(sources()).hasSize(2);
  }

  @Test
  void saysWhyAFileBringsNothingAndKeepsWhatWasPasted() {
    Map<String, String> reasons =
        Map.of(
            " \r\n ",
            "The file is empty",
            "PK\u0003\u0004 a packed file",
            "is no OPML",
            "<html><body>Not here</body></html>",
            "is no OPML",
            "<opml><body/></opml>",
            "is no OPML",
            "x".repeat(SourceRoom.LARGEST_FILE + 1),
            "larger than 4 MB");
    reasons.forEach(
        (content, reason) -> {
          HttpResponse<String> answer = upload("a.opml", content, "kept");
          assertThat(answer.statusCode()).as(reason).isEqualTo(422);
          Document page = Jsoup.parse(answer.body());
          var field = page.expectFirst("input[type=file]");
          assertThat(field.attr("aria-invalid")).isEqualTo("true");
          assertThat(page.expectFirst("#" + field.attr("aria-describedby")).text())
              .contains(reason);
          assertThat(page.expectFirst("textarea").wholeText()).isEqualTo("kept");
        });
    assertThat(upload("", "", "").body()).contains("Choose a file, or paste something.");
    assertThat(sources()).isEmpty();
  }

  @Test
  void watchesNamesAndNoLonger() {
    String page = "/en/office/watch";
    assertThat(owner.submit(page, page, Map.of("names", "Quell +oil\nOrla Fennimore")).statusCode())
        .isEqualTo(303);
    assertThat(owner.page(page).select("tbody tr")).hasSize(2);
    assertThat(owner.page("/en/watch").text()).contains("Orla Fennimore");

    HttpResponse<String> wrong = owner.submit(page, page, Map.of("names", "+ +\nGood Name"));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("Line 1").contains("Good Name");
    assertThat(office.works().store().watch().list()).hasSize(2);

    owner.submit(page, page + "/remove", Map.of("name", "Quell"));
    assertThat(office.works().store().watch().list()).hasSize(1);
    assertThat(owner.submit(page, page + "/remove", Map.of("name", "Quell")).statusCode())
        .isEqualTo(404);
  }
}
