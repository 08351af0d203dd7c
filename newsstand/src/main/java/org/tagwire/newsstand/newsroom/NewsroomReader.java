package org.tagwire.newsstand.newsroom;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads all files of a newsroom and checks that they agree; collects mistakes before it throws. */
final class NewsroomReader {

  private static final List<String> PUBLISHER_KEYS =
      List.of(
          "domain",
          "name",
          "language",
          "country",
          "feed",
          "page",
          "sections",
          "full-text",
          "slogan");

  private final Path folder;
  private final List<String> problems = new ArrayList<>();
  private final Map<String, Publisher> publishers = new HashMap<>();
  private final Map<Reference, String> places = new HashMap<>();

  NewsroomReader(Path folder) {
    this.folder = folder;
  }

  Newsroom read() throws IOException {
    List<Publisher> listed = readPublishers();
    List<StoryFile> files = new ArrayList<>(readFolder("stories", true));
    files.addAll(readFolder("singles", false));
    var newsroom = new Newsroom(listed, files);
    for (Account account : newsroom.accounts()) {
      checkReference(account, account.credits().wire());
      checkReference(account, account.credits().origin());
    }
    if (!problems.isEmpty()) {
      throw NewsroomException.ofAll(problems);
    }
    return newsroom;
  }

  private List<Publisher> readPublishers() throws IOException {
    Lines lines = lines("publishers.txt");
    List<Publisher> listed = new ArrayList<>();
    for (lines.skipBlank(); lines.hasNext(); lines.skipBlank()) {
      try {
        Publisher publisher = publisher(Fields.read(lines, PUBLISHER_KEYS));
        if (publishers.put(publisher.domain(), publisher) != null) {
          throw lines.problem("publisher " + publisher.domain() + " appears twice");
        }
        listed.add(publisher);
      } catch (NewsroomException e) {
        problems.add(e.getMessage());
        skipTo(lines, String::isBlank);
      }
    }
    return listed;
  }

  private static Publisher publisher(Fields fields) {
    return new Publisher(
        fields.require("domain"),
        fields.require("name"),
        fields.require("language"),
        fields.require("country"),
        fields.choice("feed", FeedFormat.class),
        fields.choice("page", PageDesign.class),
        fields.require("sections", value -> fields.list("sections", "[,،、]")),
        fields.yes("full-text"),
        fields.find("slogan").orElse(""));
  }

  private List<StoryFile> readFolder(String name, boolean needsEvent) throws IOException {
    Path path = folder.resolve(name);
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    List<String> names;
    try (Stream<Path> entries = Files.list(path)) {
      names =
          entries
              .map(entry -> name + "/" + entry.getFileName())
              .filter(entry -> entry.endsWith(".txt"))
              .sorted()
              .toList();
    }
    List<StoryFile> files = new ArrayList<>();
    for (String file : names) {
      files.add(readFile(file, needsEvent));
    }
    return files;
  }

  private StoryFile readFile(String name, boolean needsEvent) throws IOException {
    Lines lines = lines(name);
    lines.skipBlank();
    @Nullable String event = null;
    if (lines.hasNext() && lines.peek().startsWith("event:")) {
      event = lines.next().substring("event:".length()).strip();
    } else if (needsEvent) {
      problems.add(name + ":1: a story file begins with 'event: one sentence'");
    }
    List<Account> accounts = new ArrayList<>();
    for (lines.skipBlank(); lines.hasNext(); lines.skipBlank()) {
      try {
        accounts.add(account(name, lines));
      } catch (NewsroomException e) {
        problems.add(e.getMessage());
        skipTo(lines, AccountReader::beginsAccount);
      }
    }
    return new StoryFile(name, event, accounts);
  }

  private Account account(String name, Lines lines) {
    if (!AccountReader.beginsAccount(lines.peek())) {
      lines.next();
      throw lines.problem("expected '=== <publisher domain>' before anything else");
    }
    int start = lines.number() + 1;
    Account account = AccountReader.read(lines);
    Publisher publisher = publishers.get(account.publisher());
    if (publisher == null) {
      throw lines.problemAt(start, "no publisher '" + account.publisher() + "' in publishers.txt");
    }
    String section = account.imprint().section();
    if (!publisher.sections().contains(section)) {
      throw lines.problemAt(
          start,
          "'"
              + publisher.domain()
              + "' has no section '"
              + section
              + "', only "
              + publisher.sections());
    }
    String place = name + ":" + start;
    String before = places.putIfAbsent(account.reference(), place);
    if (before != null) {
      throw lines.problemAt(start, account.reference() + " is already used in " + before);
    }
    return account;
  }

  private void checkReference(Account account, @Nullable Reference reference) {
    if (reference != null && !places.containsKey(reference)) {
      problems.add(
          places.get(account.reference())
              + ": it refers to "
              + reference
              + ", which does not exist");
    }
  }

  private static void skipTo(Lines lines, Predicate<String> wanted) {
    while (lines.hasNext() && !wanted.test(lines.peek())) {
      lines.next();
    }
  }

  private Lines lines(String name) throws IOException {
    try {
      List<String> text = Files.readAllLines(folder.resolve(name), StandardCharsets.UTF_8);
      return new Lines(name, text);
    } catch (CharacterCodingException e) {
      throw new NewsroomException(name + ":1: the file is not UTF-8");
    }
  }
}
