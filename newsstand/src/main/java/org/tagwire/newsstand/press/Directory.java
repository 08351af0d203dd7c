package org.tagwire.newsstand.press;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tagwire.newsstand.newsroom.Account;
import org.tagwire.newsstand.newsroom.Newsroom;
import org.tagwire.newsstand.newsroom.Reference;

/** Finds accounts and the layout of any publisher, which carried texts and wire copies name. */
final class Directory {

  private final Newsroom newsroom;
  private final Map<String, Layout> layouts;
  private final Map<Reference, Account> accounts;

  Directory(Newsroom newsroom, List<Layout> layouts) {
    this.newsroom = newsroom;
    this.layouts =
        layouts.stream()
            .collect(Collectors.toMap(layout -> layout.publisher().domain(), Function.identity()));
    this.accounts =
        newsroom.accounts().stream()
            .collect(Collectors.toMap(Account::reference, Function.identity()));
  }

  List<Account> accountsOf(String domain) {
    return newsroom.accounts().stream()
        .filter(account -> account.publisher().equals(domain))
        .toList();
  }

  Layout layout(String domain) {
    return required(layouts.get(domain), domain);
  }

  /** The name of the publisher a reference leads to. */
  String publisherName(Reference reference) {
    return layout(reference.domain()).publisher().name();
  }

  /** The address of the page a reference leads to. */
  String url(Reference reference) {
    Layout layout = layout(reference.domain());
    return layout.url(layout.articlePath(required(accounts.get(reference), reference)));
  }

  private static <T> T required(@Nullable T value, Object name) {
    if (value == null) {
      throw new IllegalArgumentException("the newsroom has no " + name);
    }
    return value;
  }
}
