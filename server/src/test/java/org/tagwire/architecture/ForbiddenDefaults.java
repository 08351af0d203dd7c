package org.tagwire.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.Source;
import de.thetaphi.forbiddenapis.Checker;
import de.thetaphi.forbiddenapis.CheckerResult;
import de.thetaphi.forbiddenapis.ForbiddenApiException;
import de.thetaphi.forbiddenapis.Logger;
import de.thetaphi.forbiddenapis.ParseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rule against the JDK's silent defaults of charset, locale and zone.
 *
 * <p>The list of calls is the one that forbidden-apis keeps for each JDK; it is longer than anybody
 * would write by hand.
 */
final class ForbiddenDefaults {

  private ForbiddenDefaults() {}

  /** Checks the classes; each complaint becomes a finding of the rule {@code default}. */
  static List<Finding> check(JavaClasses classes) {
    try {
      var checker =
          new Checker(
              new Silence(),
              ForbiddenDefaults.class.getClassLoader(),
              EnumSet.noneOf(Checker.Option.class));
      checker.addBundledSignatures("jdk-unsafe", "25");
      for (JavaClass type : classes) {
        add(checker, type);
      }
      return checker.runWithResults().stream().flatMap(ForbiddenDefaults::findings).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ParseException | ForbiddenApiException e) {
      throw new IllegalStateException("forbidden-apis could not run: " + e.getMessage(), e);
    }
  }

  private static void add(Checker checker, JavaClass type) throws IOException {
    var source = type.getSource().map(Source::getUri);
    if (source.isEmpty()) {
      return;
    }
    try (var bytes = source.get().toURL().openStream()) {
      checker.streamReadClassToCheck(bytes, type.getName());
    }
  }

  private static Stream<Finding> findings(CheckerResult result) {
    var place = result.getClassName().replace('/', '.').split("\\$", 2)[0];
    return result.getViolations().stream()
        .map(
            violation ->
                new Finding(
                    "default", place, violation.description + ", line " + violation.lineNo));
  }

  /** The results come back as values; nothing needs saying twice. */
  private static final class Silence implements Logger {

    @Override
    public void error(String line) {}

    @Override
    public void warn(String line) {}

    @Override
    public void info(String line) {}

    @Override
    public void debug(String line) {}
  }
}
