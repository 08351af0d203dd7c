package org.tagwire.bench;

import com.sun.management.UnixOperatingSystemMXBean;
import io.javalin.Javalin;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tagwire.index.SearchIndex;
import org.tagwire.ingest.GivenArticle;
import org.tagwire.model.Audience;
import org.tagwire.model.Category;
import org.tagwire.model.Failpoints;
import org.tagwire.model.Filter;
import org.tagwire.model.Hashtag;
import org.tagwire.model.TagCount;
import org.tagwire.model.TagKey;
import org.tagwire.server.settings.SettingsReader;
import org.tagwire.server.site.Site;
import org.tagwire.server.web.Listening;
import org.tagwire.server.web.OwnerPassword;
import org.tagwire.server.web.Questions;
import org.tagwire.server.web.SiteContext;
import org.tagwire.server.web.SiteOptions;
import org.tagwire.server.works.Works;
import org.tagwire.store.TagStore;

/**
 * The measured process that serves: the site over the works of one data directory, on a free port
 * of loopback.
 */
final class ServingChild {
  private static final int FULL_PAGE = 30;
  private static final int MOST_PATHS = 2_000;
  private static final double MIB = 1 << 20;

  private final Works works;

  private ServingChild(Works works) {
    this.works = works;
  }

  /**
   * Answers with its port, then takes words: {@code cpu}, {@code paths FILE}, {@code models},
   * {@code state}.
   */
  public static void main(String[] arguments) throws IOException {
    Path directory = Path.of(arguments[0]);
    var around =
        new Works.Surroundings(
            directory,
            SettingsReader.read(directory, Map.of(), Map.of()),
            InstantSource.system(),
            Failpoints.NONE);
    try (Works works = Works.open(around);
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      Javalin web = open(works);
      Out.answer(Map.of("port", web.port()));
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        Out.answer(new ServingChild(works).obey(line.split(" ", 2)));
      }
      web.stop();
    }
  }

  private static Javalin open(Works works) {
    Questions questions = Questions.of(works.store(), works::index);
    SiteContext context =
        new SiteContext(
            questions,
            SiteOptions.plain(ZoneOffset.UTC),
            OwnerPassword.unset(),
            works.clock(),
            works::applied);
    Site site = new Site(context);
    return Javalin.create(
            config -> {
              Listening.install(config);
              site.install(config);
            })
        .start("127.0.0.1", 0);
  }

  private Map<String, Object> obey(String[] words) throws IOException {
    return switch (words[0]) {
      case "cpu" -> Map.of("cpu", Out.cpu());
      case "paths" -> paths(Path.of(words[1]));
      case "models" -> models();
      case "state" -> state();
      default ->
          throw new IllegalArgumentException("'" + words[0] + "' is no word this process knows");
    };
  }

  /** Writes a line a page: its kind, a blank, its address. */
  private Map<String, Object> paths(Path file) throws IOException {
    TagStore tags = works.store().tags();
    SearchIndex index = works.index().orElseThrow();
    List<String> lines = new ArrayList<>();
    List<TagKey> common =
        index.topTags(Filter.ALL, Audience.OWNER, java.time.Instant.EPOCH, MOST_PATHS).stream()
            .filter(count -> count.articles() >= FULL_PAGE)
            .map(TagCount::key)
            .toList();
    for (Hashtag tag : tags.findAll(common).values()) {
      lines.add("full /en/hashtag/" + tag.form());
      lines.add("api /api/v1/hashtags/" + tag.form());
      lines.add("rss /en/hashtag/" + tag.form() + ".rss");
      lines.add(
          "search /en/search?q=" + tag.name().replace(' ', '+').toLowerCase(java.util.Locale.ROOT));
    }
    for (Hashtag tag : tags.list(Optional.empty(), Audience.OWNER, MOST_PATHS)) {
      lines.add("any /en/hashtag/" + tag.form());
    }
    works
        .store()
        .articles()
        .walk(Optional.empty(), MOST_PATHS)
        .forEach(id -> lines.add("article /en/article/" + id));
    lines.add("home /en/");
    Files.write(file, lines);
    return Map.of(
        "articles", works.store().articles().count(), "tags", tags.count(), "full", common.size());
  }

  /** Tells what is held: MiB of heap after a collection and outside of it, threads, files. */
  private static Map<String, Object> state() {
    System.gc();
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    long direct =
        ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
            .filter(pool -> pool.getName().equals("direct"))
            .mapToLong(BufferPoolMXBean::getMemoryUsed)
            .sum();
    long files =
        ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
            ? unix.getOpenFileDescriptorCount()
            : 0;
    return Map.of(
        "heap",
        heap / MIB,
        "direct",
        String.format(java.util.Locale.ROOT, "%.1f", direct / MIB),
        "threads",
        ManagementFactory.getThreadMXBean().getThreadCount(),
        "files",
        files);
  }

  /** Has one article understood, for which every model is loaded. */
  private Map<String, Object> models() {
    String text =
        "The harbour of Lantern Bay opened again on Tuesday after a storm, said Mayor Ada Quill. "
            + "Fishermen waited for three days while divers searched the channel for drifting timber and lost nets.";
    GivenArticle given =
        new GivenArticle(
            "harbour.example",
            null,
            null,
            (Category) null,
            "",
            "Harbour opens again after storm",
            text.repeat(5),
            "https://harbour.example/" + works.clock().instant().toEpochMilli(),
            null,
            List.of());
    int count = works.deliveries().deliver(List.of(given));
    works.settle((done, total) -> {});
    return Map.of("delivered", count);
  }
}
