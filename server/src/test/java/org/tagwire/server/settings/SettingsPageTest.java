package org.tagwire.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class SettingsPageTest {
  private static final Path PAGE = Path.of("../docs/settings.md");

  @Test
  void isWhatTheCodeSays() throws IOException {
    if (Boolean.getBoolean("tagwire.rewrite")) {
      Files.writeString(PAGE, SettingsPage.markdown());
    }
    assertThat(Files.readString(PAGE)).isEqualTo(SettingsPage.markdown());
  }

  @Test
  void namesEverySetting() {
    assertThat(SettingsReader.names())
        .allSatisfy(name -> assertThat(SettingsPage.markdown()).contains("## " + name + "\n"));
  }
}
