package org.tagwire.newsstand.site;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Two sites under one host: what the first does not have, the second may. */
record JointSite(Site first, Site second) implements Site {

  /** Joins sites of the same host, in the order of their first appearance. */
  static List<Site> byHost(List<Site> sites) {
    Map<String, Site> hosts = new LinkedHashMap<>();
    for (Site site : sites) {
      hosts.merge(site.host(), site, JointSite::new);
    }
    return List.copyOf(hosts.values());
  }

  @Override
  public String host() {
    return first.host();
  }

  @Override
  public List<Subscription> subscriptions() {
    List<Subscription> both = new ArrayList<>(first.subscriptions());
    both.addAll(second.subscriptions());
    return List.copyOf(both);
  }

  @Override
  public Reply answer(String target, Instant now) {
    Reply reply = first.answer(target, now);
    return reply instanceof Reply.Missing ? second.answer(target, now) : reply;
  }
}
