package org.tagwire.server.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParcelTest {
  private static final String TYPE = "multipart/form-data; boundary=----edge42";

  private static String field(String name, String value) {
    return "------edge42\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
        .formatted(name, value);
  }

  private static String file(String name, String file, String content) {
    return ("------edge42\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n"
            + "Content-Type: text/x-opml\r\n\r\n%s\r\n")
        .formatted(name, file, content);
  }

  private static Optional<Form> open(String body) {
    return Parcel.open(TYPE, (body + "------edge42--\r\n").getBytes(UTF_8));
  }

  @Test
  void readsFieldsAndFilesAsABrowserSendsThem() {
    Form form =
        open(field("token", "abc")
                + field("list", "one\r\ntwo é")
                + field("pack", "en")
                + field("pack", "ar")
                + file("file", "../../etc/passwd", "<opml>\r\n---- é</opml>"))
            .orElseThrow();

    assertThat(form.raw("token")).isEqualTo("abc");
    assertThat(form.raw("list")).isEqualTo("one\ntwo é");
    assertThat(form.all("pack")).containsExactly("en", "ar");
    assertThat(form.findFile("file")).contains("<opml>\r\n---- é</opml>".getBytes(UTF_8));
    assertThat(form.toString()).doesNotContain("passwd", "abc");
  }

  @Test
  void keepsEveryByteOfAFile() {
    byte[] content = new byte[100_000];
    new Random(7).nextBytes(content);
    byte[] body =
        (file("file", "a", new String(content, ISO_8859_1)) + "------edge42--\r\n")
            .getBytes(ISO_8859_1);

    assertThat(Parcel.open(TYPE, body).orElseThrow().findFile("file")).contains(content);
  }

  @Test
  void aFieldInWhichNoFileWasChosenHasNone() {
    Form form = open(file("file", "", "")).orElseThrow();

    assertThat(form.findFile("file")).isEmpty();
    assertThat(form.files()).containsKey("file");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multipart/form-data; boundary=",
        "multipart/form-data; charset=utf-8",
        "multipart/form-data; boundary=other"
      })
  void refusesABoundaryThatIsNone(String type) {
    byte[] body = (field("token", "abc") + "------edge42--\r\n").getBytes(UTF_8);

    assertThat(Parcel.open(type, body)).isEmpty();
    assertThat(Parcel.open(TYPE + "x".repeat(70), body)).isEmpty();
  }

  @Test
  void refusesAsAWholeWhatIsBrokenInOnePlace() {
    String good = field("token", "abc");
    assertThat(open(good)).isPresent();
    assertThat(Parcel.open(TYPE, good.getBytes(UTF_8))).as("cut off").isEmpty();
    assertThat(Parcel.open(TYPE, new byte[0])).as("nothing").isEmpty();
    assertThat(open(good + field("a", "nul \0"))).as("a control character").isEmpty();
    assertThat(open(good + field("n".repeat(65), "x"))).as("a long name").isEmpty();
    assertThat(open(good + file("file", "a", "1") + file("file", "b", "2"))).as("two").isEmpty();
    assertThat(open(good + "------edge42\r\nContent-Type: text/plain\r\n\r\nx\r\n"))
        .as("a part without a name")
        .isEmpty();
    assertThat(open(field("a", "x").repeat(101))).as("a hundred and one parts").isEmpty();
    assertThat(open("------edge42\r\nX: " + "x".repeat(5_000) + "\r\n\r\nx\r\n"))
        .as("long headers")
        .isEmpty();
    byte[] notUtf8 = (field("a", "\u00ff") + "------edge42--\r\n").getBytes(ISO_8859_1);
    assertThat(Parcel.open(TYPE, notUtf8)).as("no UTF-8").isEmpty();
  }

  @Test
  void nothingBrokenBreaksIt() {
    byte[] whole =
        (field("token", "abc") + file("file", "a", "<opml/>") + "------edge42--\r\n")
            .getBytes(UTF_8);
    Random random = new Random(4);
    for (int i = 0; i < 3_000; i++) {
      byte[] broken = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
      for (int j = 0; j < random.nextInt(4); j++) {
        broken[random.nextInt(broken.length)] = (byte) random.nextInt();
      }
      Parcel.open(TYPE, broken)
          .ifPresent(form -> assertThat(form.fields().size() + form.files().size()).isLessThan(4));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"multipart/form-data;boundary=a", " Multipart/Form-Data; boundary=a"})
  void knowsItByItsType(String type) {
    assertThat(Parcel.isNamedBy(type)).isTrue();
    assertThat(Parcel.isNamedBy("multipart/mixed; boundary=a")).isFalse();
    assertThat(Parcel.isNamedBy(null)).isFalse();
  }
}
