package org.tagwire.feed;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tagwire.feed.Repair.Kind;
import org.tagwire.model.FeedItem;

/** The items of one document while it is being read, and what is wrong with them. */
final class Drafts {
  private final List<ItemDraft> drafts = new ArrayList<>();
  private final Set<String> guids = new HashSet<>();
  private int beyond;
  private int dated;
  private int undatable;
  private int anonymous;
  private int repeated;
  private int leadingNowhere;
  private int relative;
  private int refused;

  /** Takes an item, if there is room. */
  void add(ItemDraft draft) {
    if (isFull()) {
      beyond++;
    } else {
      drafts.add(draft);
    }
  }

  boolean isFull() {
    return drafts.size() >= Limits.ITEMS;
  }

  /** Says that so many more items were read past. */
  void passedOver(int items) {
    beyond += items;
  }

  /**
   * Returns the items, and notes what is wrong with them; {@code head} has been read to its end.
   */
  List<FeedItem> finish(HeadDraft head, Repairs repairs) {
    List<FeedItem> items = new ArrayList<>(drafts.size());
    for (ItemDraft draft : drafts) {
      draft.inherit(head);
      Optional<FeedItem> item = draft.finish();
      item.ifPresent(
          i -> {
            items.add(i);
            count(draft);
          });
    }
    tell(items.size(), repairs);
    return items;
  }

  private void count(ItemDraft draft) {
    dated += draft.saysDate ? 1 : 0;
    undatable += draft.saysDate && draft.published == null && draft.updated == null ? 1 : 0;
    anonymous += draft.guid == null ? 1 : 0;
    repeated += draft.guid != null && !guids.add(draft.guid) ? 1 : 0;
    leadingNowhere += draft.link == null ? 1 : 0;
    relative += draft.relative ? 1 : 0;
    refused += draft.refused ? 1 : 0;
  }

  private void tell(int items, Repairs repairs) {
    if (beyond > 0) {
      repairs.add(
          Kind.ITEMS_OVER_LIMIT,
          beyond + " items are left out: of one document " + Limits.ITEMS + " are read");
    }
    repairs.count(Kind.DATES_UNREAD, undatable, dated, "dates say nothing that could be read");
    repairs.count(Kind.GUIDS_MISSING, anonymous, items, "items have no id of their own");
    repairs.count(Kind.GUIDS_REPEATED, repeated, items, "items repeat the id of another");
    repairs.count(Kind.LINKS_MISSING, leadingNowhere, items, "items have no link");
    repairs.count(Kind.LINKS_RELATIVE, relative, items, "items have a link without a host");
    repairs.count(
        Kind.LINKS_REFUSED, refused, items, "items have an address nobody may be sent to");
  }
}
