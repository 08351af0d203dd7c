package org.tagwire.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/**
 * The rules that read compiled classes.
 *
 * <p>The root package is a parameter, so that the same rules run over the product and over the
 * classes that break them on purpose.
 */
final class CompiledRules {

  private static final Pattern EMPTY_NAME =
      Pattern.compile(".*(Impl|Utils?|Helpers?|Managers?|Services?|DTO|Dto)");
  private static final Pattern EMPTY_PACKAGE =
      Pattern.compile("(.*\\.)?(util|utils|common|helper|helpers|service|manager|impl)(\\..*)?");

  private static final Pattern CLOCK =
      Pattern.compile(
          "java\\.time\\.(Instant|(Local|Zoned|Offset)(Date)?(Time)?|Year|YearMonth|MonthDay)\\.now"
              + "|java\\.time\\.Clock\\.(system|tick).*|java\\.time\\.InstantSource\\.system"
              + "|java\\.lang\\.System\\.currentTimeMillis"
              + "|java\\.util\\.(Date|GregorianCalendar)\\.<init>"
              + "|java\\.util\\.Calendar\\.getInstance");
  private static final Pattern PLACE =
      Pattern.compile(
          "java\\.time\\.ZoneId\\.systemDefault|java\\.util\\.TimeZone\\.getDefault"
              + "|java\\.util\\.Locale\\.getDefault|java\\.nio\\.charset\\.Charset\\.defaultCharset"
              + "|com\\.ibm\\.icu\\.util\\.(ULocale|TimeZone)\\.getDefault");

  /** Where the process begins: only there is the machine's clock read and handed on. */
  private static final Pattern CLOCK_HOLDER =
      Pattern.compile("server\\.(Main|Node|cli\\..*)|newsstand\\.Main");

  private final String root;

  CompiledRules(String root) {
    this.root = root;
  }

  /** Runs every rule over the classes. */
  List<Finding> check(JavaClasses classes) {
    var perClass =
        classes.stream()
            .flatMap(
                type ->
                    rules().entrySet().stream()
                        .flatMap(
                            rule ->
                                rule.getValue()
                                    .apply(type)
                                    .map(said -> new Finding(rule.getKey(), nameOf(type), said))));
    return Stream.of(perClass, cycles(classes), defaults(classes))
        .flatMap(findings -> findings)
        .distinct()
        .toList();
  }

  private Map<String, Function<JavaClass, Stream<String>>> rules() {
    return Map.of(
        "arrow", this::arrows,
        "known-package", this::knownPackage,
        "one-way-out", this::waysOut,
        "listener", this::waysIn,
        "clock", this::clocks,
        "place", this::places,
        "name", this::names,
        "null-marked", this::nullMarked,
        "static-state", this::staticState);
  }

  private Stream<Finding> cycles(JavaClasses classes) {
    var ours = classes.that(DescribedPredicate.describe("ours", this::isOurs));
    var result =
        slices()
            .matching(root + ".(**)")
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(true)
            .evaluate(ours);
    return result.getFailureReport().getDetails().stream()
        .map(cycle -> new Finding("cycle", root, cycle));
  }

  private Stream<Finding> defaults(JavaClasses classes) {
    return ForbiddenDefaults.check(classes).stream();
  }

  private Stream<String> arrows(JavaClass type) {
    return type.getDirectDependenciesFromSelf().stream()
        .filter(arrow -> isOurs(arrow.getTargetClass().getBaseComponentType()))
        .filter(arrow -> !Arrows.allow(packageOf(type), packageOf(target(arrow))))
        .map(arrow -> packageOf(type) + " may not use " + packageOf(target(arrow)) + said(arrow));
  }

  private Stream<String> knownPackage(JavaClass type) {
    return Arrows.findLine(packageOf(type)).isPresent()
        ? Stream.empty()
        : Stream.of("package " + packageOf(type) + " has no line in Arrows");
  }

  private Stream<String> waysOut(JavaClass type) {
    return WaysOut.dialled(type, relative(type));
  }

  private Stream<String> waysIn(JavaClass type) {
    return WaysOut.listened(type, relative(type));
  }

  private Stream<String> clocks(JavaClass type) {
    return CLOCK_HOLDER.matcher(relative(type)).matches()
        ? Stream.empty()
        : calls(type, CLOCK).map(call -> "take an InstantSource or an Instant instead: " + call);
  }

  private Stream<String> places(JavaClass type) {
    return calls(type, PLACE).map(call -> "name the zone, locale or charset: " + call);
  }

  private Stream<String> names(JavaClass type) {
    if (EMPTY_NAME.matcher(type.getSimpleName()).matches()) {
      return Stream.of(type.getSimpleName() + " says nothing: name it after what it does");
    }
    return EMPTY_PACKAGE.matcher(packageOf(type)).matches()
        ? Stream.of(packageOf(type) + " says nothing: name the package after its concept")
        : Stream.empty();
  }

  private Stream<String> nullMarked(JavaClass type) {
    return type.getPackage().isAnnotatedWith(NullMarked.class)
        ? Stream.empty()
        : Stream.of(type.getPackageName() + " has no package-info with @NullMarked");
  }

  private Stream<String> staticState(JavaClass type) {
    return type.getFields().stream()
        .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
        .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL))
        .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC))
        .map(JavaField::getName)
        .map(name -> "static field " + name + " can change: pass its value in");
  }

  private static Stream<String> calls(JavaClass type, Pattern banned) {
    Collection<JavaAccess<?>> accesses = type.getAccessesFromSelf();
    return accesses.stream()
        .filter(access -> banned.matcher(callee(access)).matches())
        .filter(access -> !takesItsClock(access))
        .map(access -> callee(access) + " in " + access.getSourceCodeLocation());
  }

  /** Says whether the call is handed what it would otherwise take from the machine. */
  private static boolean takesItsClock(JavaAccess<?> access) {
    return Pattern.compile(
            "java\\.time\\..*\\.now\\(java\\.time\\.Clock\\)|java\\.util\\..*\\(.+\\)")
        .matcher(access.getTarget().getFullName())
        .matches();
  }

  private static String callee(JavaAccess<?> access) {
    return access.getTargetOwner().getName() + "." + access.getTarget().getName();
  }

  private static JavaClass target(Dependency arrow) {
    return arrow.getTargetClass().getBaseComponentType();
  }

  private static String said(Dependency arrow) {
    return ": " + arrow.getDescription();
  }

  private boolean isOurs(JavaClass type) {
    return type.getPackageName().startsWith(root + ".");
  }

  private String packageOf(JavaClass type) {
    var name = type.getPackageName();
    return name.startsWith(root + ".") ? name.substring(root.length() + 1) : "(" + name + ")";
  }

  private String relative(JavaClass type) {
    return packageOf(type) + "." + nameOf(type).substring(type.getPackageName().length() + 1);
  }

  /** Names the outermost class: a waiver is for a file, not for a lambda in it. */
  private static String nameOf(JavaClass type) {
    var name = type.getName();
    var inner = name.indexOf('$');
    return inner < 0 ? name : name.substring(0, inner);
  }
}
