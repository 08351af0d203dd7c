package org.tagwire.journeys;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A witness who never complains proves nothing. */
@ExtendWith(Staged.class)
class ReaderTest {

  @Test
  void complainsWhenAStrangerIsAsked(Stage stage) {
    Reader reader = stage.reader(Screen.DESK);
    reader.page().setContent("<link rel=stylesheet href='http://127.0.0.2:9/face.css'>");
    assertThatThrownBy(reader::close)
        .hasMessageContaining("a stylesheet was asked of a stranger: http://127.0.0.2:9/face.css");
  }

  @Test
  void complainsWhenTheContentPolicyRefuses(Stage stage) {
    Reader reader = stage.reader(Screen.DESK);
    String refused =
        "<meta http-equiv='Content-Security-Policy' content=\"style-src 'none'\"><style>p { color: red }</style>";
    reader.page().waitForConsoleMessage(() -> reader.page().setContent(refused));
    assertThatThrownBy(reader::close)
        .hasMessageContaining("the console says:")
        .hasMessageContaining("Content Security Policy");
  }

  @Test
  void complainsWhenSomethingOfThePageIsMissing(Stage stage) {
    Reader reader = stage.reader(Screen.DESK);
    reader.open("/en/");
    String missing = stage.demo().at("/assets/nothing.png").toString();
    reader
        .page()
        .waitForConsoleMessage(
            () ->
                reader
                    .page()
                    .evaluate(
                        "address => { document.body.append("
                            + "Object.assign(document.createElement('img'), { src: address })); }",
                        missing));
    assertThatThrownBy(reader::close).hasMessageContaining("404");
  }
}
