package org.tagwire.newsstand.newsroom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * All publishers of the fiction and all they publish. Immutable.
 *
 * @param publishers in the order of {@code publishers.txt}
 * @param files stories and singles, by name
 */
public record Newsroom(List<Publisher> publishers, List<StoryFile> files) {

  public Newsroom {
    publishers = List.copyOf(publishers);
    files = List.copyOf(files);
  }

  /** The newsroom that ships with this module. */
  public static Newsroom shipped() {
    return ofResources("newsroom");
  }

  /**
   * Reads a newsroom from the class path, out of a folder or a jar.
   *
   * @param folder the resource folder, without slashes at its ends
   * @throws NewsroomException when the files hold mistakes
   */
  public static Newsroom ofResources(String folder) {
    URL marker = Newsroom.class.getClassLoader().getResource(folder + "/publishers.txt");
    if (marker == null) {
      throw new IllegalArgumentException("no " + folder + "/publishers.txt on the class path");
    }
    return ofResource(marker, folder);
  }

  /** Reads the newsroom whose list of publishers is at an address of the class path. */
  static Newsroom ofResource(URL marker, String folder) {
    try {
      if (marker.openConnection() instanceof JarURLConnection jar) {
        return ofJar(jar.getJarFileURL().toURI(), folder);
      }
      return of(Path.of(marker.toURI()).resolveSibling("."));
    } catch (IOException e) {
      throw new UncheckedIOException("the newsroom at " + marker + " cannot be read", e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the class path holds a strange address: " + marker, e);
    }
  }

  /**
   * Reads a newsroom from a folder.
   *
   * @throws NewsroomException when the files hold mistakes
   */
  public static Newsroom of(Path folder) throws IOException {
    return new NewsroomReader(folder.normalize()).read();
  }

  /** Every account of every file. */
  public List<Account> accounts() {
    return files.stream().flatMap(file -> file.accounts().stream()).toList();
  }

  /** The publisher of a domain. */
  public Optional<Publisher> findPublisher(String domain) {
    return publishers.stream().filter(publisher -> publisher.domain().equals(domain)).findFirst();
  }

  private static Newsroom ofJar(URI jar, String folder) throws IOException {
    try (FileSystem files = FileSystems.newFileSystem(Path.of(jar))) {
      return of(files.getPath(folder));
    }
  }
}
