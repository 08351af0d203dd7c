package org.tagwire.architecture;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;

/**
 * The rules that read source files, with the compiler's own parser.
 *
 * <p>Lengths are counted as a reader counts them: from the first line of a declaration, annotations
 * included and Javadoc not, to its closing brace.
 */
final class SourceRules {

  private static final int FILE_LINES = 500;
  private static final int METHOD_LINES = 60;

  /** A promise without an issue number, in a comment. */
  private static final Pattern LOOSE_PROMISE =
      Pattern.compile("^(?:.*//|\\s*/?\\*).*\\b(?:TO[D]O|FIX[M]E|X[X]X)\\b(?!\\s*\\(#\\d+\\)).*");

  private static final Pattern BROAD =
      Pattern.compile("(?:java\\.lang\\.)?(?:Throwable|Exception|RuntimeException|Error)");

  private static final Pattern SWITCHED_OFF = Pattern.compile("^\\s*@Disabled\\b.*");

  private final Path base;

  SourceRules(Path base) {
    this.base = base;
  }

  /** Runs every rule over the files, which lie below the base. */
  List<Finding> check(List<Path> files) {
    var findings = new ArrayList<Finding>();
    try {
      for (Path file : files) {
        readLines(file, findings);
      }
      readTrees(files, findings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(findings);
  }

  private void readLines(Path file, List<Finding> findings) throws IOException {
    var lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    if (lines.size() > FILE_LINES) {
      findings.add(
          new Finding("file-length", name(file), lines.size() + " lines, more than " + FILE_LINES));
    }
    for (int i = 0; i < lines.size(); i++) {
      if (LOOSE_PROMISE.matcher(lines.get(i)).matches()) {
        findings.add(
            new Finding("promise", name(file), "line " + (i + 1) + ": give it its issue (#n)"));
      }
      if (SWITCHED_OFF.matcher(lines.get(i)).matches()) {
        findings.add(
            new Finding("disabled-test", name(file), "line " + (i + 1) + ": mend it or delete it"));
      }
    }
  }

  private void readTrees(List<Path> files, List<Finding> findings) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var manager = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      var task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  null,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(files));
      var positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        var file = name(Path.of(unit.getSourceFile().toUri()));
        new Reader(unit, positions, file, findings).scan(unit, null);
      }
    }
  }

  private String name(Path file) {
    return base.relativize(file).toString().replace('\\', '/');
  }

  /** Walks one file's tree. */
  private static final class Reader extends TreeScanner<Void, Void> {

    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final String file;
    private final List<Finding> findings;

    Reader(
        CompilationUnitTree unit, SourcePositions positions, String file, List<Finding> findings) {
      this.unit = unit;
      this.positions = positions;
      this.file = file;
      this.findings = findings;
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
      var lines = lastLine(method) - firstLine(method) + 1;
      if (lines > METHOD_LINES) {
        var said = method.getName() + " has " + lines + " lines, more than " + METHOD_LINES;
        findings.add(new Finding("method-length", file, said));
      }
      return super.visitMethod(method, null);
    }

    @Override
    public Void visitCatch(CatchTree caught, Void nothing) {
      var type = caught.getParameter().getType().toString();
      if (Pattern.compile("\\s*\\|\\s*").splitAsStream(type).anyMatch(BROAD.asMatchPredicate())) {
        var said = "line " + firstLine(caught) + " catches " + type + ": catch what can happen";
        findings.add(new Finding("broad-catch", file, said));
      }
      return super.visitCatch(caught, null);
    }

    private long firstLine(Tree tree) {
      return lines().getLineNumber(positions.getStartPosition(unit, tree));
    }

    private long lastLine(Tree tree) {
      return lines().getLineNumber(positions.getEndPosition(unit, tree));
    }

    private LineMap lines() {
      return unit.getLineMap();
    }
  }
}
