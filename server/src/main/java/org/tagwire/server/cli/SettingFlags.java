package org.tagwire.server.cli;

import java.util.List;
import org.tagwire.server.settings.SettingsReader;
import picocli.CommandLine;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Makes every setting a flag of a command, so that file, environment and command line know the same
 * names.
 */
final class SettingFlags {
  private static final List<String> SHOWN = List.of("listen", "base-url", "mode", "time-zone");

  private SettingFlags() {}

  static CommandLine on(CommandLine command, Common common) {
    for (String name : SettingsReader.names()) {
      if (!name.equals("log-format")) {
        command.getCommandSpec().addOption(option(name, common));
      }
    }
    return command;
  }

  private static OptionSpec option(String name, Common common) {
    return OptionSpec.builder("--" + name)
        .paramLabel("VALUE")
        .type(String.class)
        .hidden(!SHOWN.contains(name))
        .description("The setting " + name + ".")
        .setter(
            new ISetter() {
              @Override
              @SuppressWarnings("TypeParameterUnusedInFormals") // picocli's signature
              public <T> T set(T value) {
                if (value instanceof String text) {
                  common.flag(name, text);
                }
                return value;
              }
            })
        .build();
  }
}
