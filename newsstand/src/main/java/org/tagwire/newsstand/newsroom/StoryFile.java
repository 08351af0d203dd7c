package org.tagwire.newsstand.newsroom;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The accounts of one file.
 *
 * @param name the file's name within the newsroom, such as {@code stories/01-storm.txt}
 * @param event the event all accounts tell, or null for a file of unrelated articles
 * @param accounts in the order of the file
 */
public record StoryFile(String name, @Nullable String event, List<Account> accounts) {

  public StoryFile {
    accounts = List.copyOf(accounts);
  }
}
