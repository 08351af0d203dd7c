package org.tagwire.newsstand.archive;

import java.time.Instant;
import org.tagwire.newsstand.press.Slots;
import org.tagwire.newsstand.site.Resource;

/** One page of an archive. */
interface Leaf {

  /** Where the page is. */
  WebAddress address();

  /** The name of the publisher whose feed announces it. */
  String publisher();

  /** When it may be seen first. */
  Instant since();

  /** The page. */
  Resource page();

  /** Title, day, author and content for the feed; empty where the feed says nothing. */
  Slots announcement();
}
