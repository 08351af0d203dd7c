package org.tagwire.server.settings;

/** Prints the reference page {@code docs/settings.md} from the table of settings. */
public final class SettingsPage {
  private SettingsPage() {}

  /** Returns the page as Markdown. */
  public static String markdown() {
    StringBuilder page = new StringBuilder();
    page.append(
        """
        # Settings

        Nothing has to be set. What is set stands in the file `settings.toml` of the data directory, in environment
        variables, or in flags of `tagwire serve`; a flag wins over a variable, a variable over the file. In variables and
        flags the values of a list are separated by commas, those of a table are written `name=value`. An unknown name is
        an error. Restart the server after a change.

        ```toml
        listen = "127.0.0.1:8080"
        time-zone = "Europe/Berlin"
        keep-raw = "30d"
        allow-networks = ["10.1.0.0/16:80-443"]

        [host-names]
        "intranet.example" = "10.1.0.7"
        ```

        This page is printed from the code (`-Dtagwire.rewrite=true` with the test that compares them).
        """);
    for (Key<?> key : Keys.ALL) {
      page.append("\n## ").append(key.name()).append("\n\n");
      page.append(key.meaning()).append("\n\n");
      page.append("- value: ").append(shape(key)).append(key.form()).append('\n');
      page.append("- default: ")
          .append(key.standard().isEmpty() ? "none" : "`" + key.standard() + "`")
          .append('\n');
      page.append("- variable: `")
          .append(key.variable())
          .append("`, flag: `")
          .append(key.flag())
          .append("`\n");
    }
    return page.toString();
  }

  private static String shape(Key<?> key) {
    return switch (key.shape()) {
      case ONE -> "";
      case LIST -> "a list of ";
      case TABLE -> "a table of ";
    };
  }
}
