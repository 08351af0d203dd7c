package org.tagwire.server.web;

import java.util.Optional;
import java.util.function.Supplier;
import org.tagwire.doctor.SourcePages;
import org.tagwire.index.SearchIndex;
import org.tagwire.query.ArticlePages;
import org.tagwire.query.Following;
import org.tagwire.query.FrontPages;
import org.tagwire.query.HashtagPages;
import org.tagwire.query.Lists;
import org.tagwire.query.Mutes;
import org.tagwire.query.SearchPages;
import org.tagwire.query.StoryPages;
import org.tagwire.query.Suggestions;
import org.tagwire.query.TagDirectory;
import org.tagwire.query.Trending;
import org.tagwire.query.WatchPages;
import org.tagwire.store.ReaderStore;
import org.tagwire.store.SourceStore;
import org.tagwire.store.Store;

/**
 * Everything readers may ask.
 *
 * @param hashtags one hashtag
 * @param articles one article
 * @param stories one story
 * @param front the front page
 * @param lists any list
 * @param directory the index of hashtags
 * @param sources publishers and folders
 * @param trends what is talked about more than usual
 * @param doctor how sources fare
 * @param watch the owner's watched names
 * @param following what the owner follows
 * @param mutes what the owner does not want to see
 * @param reader where both are kept
 * @param search what a reader typed, and where it leads
 * @param suggestions what a reader who is typing may mean
 */
public record Questions(
    HashtagPages hashtags,
    ArticlePages articles,
    StoryPages stories,
    FrontPages front,
    Lists lists,
    TagDirectory directory,
    SourceStore sources,
    Trending trends,
    SourcePages doctor,
    WatchPages watch,
    Following following,
    Mutes mutes,
    ReaderStore reader,
    SearchPages search,
    Suggestions suggestions) {

  /** Asks these ports; {@code index} is empty while it may not be asked. */
  public static Questions of(Store store, Supplier<Optional<SearchIndex>> index) {
    Mutes mutes = new Mutes(store.reader()::mutes);
    Lists lists = new Lists(store.articles(), store.tags(), mutes, index);
    return new Questions(
        new HashtagPages(store.tags(), lists),
        new ArticlePages(store.articles(), store.tags(), lists, index),
        new StoryPages(store.articles(), lists),
        new FrontPages(store.tags(), lists),
        lists,
        new TagDirectory(store.tags(), lists),
        store.sources(),
        new Trending(store.tags(), lists, index),
        SourcePages.of(store),
        new WatchPages(store.watch()),
        new Following(store.reader(), store.tags(), lists),
        mutes,
        store.reader(),
        new SearchPages(store.articles(), store.tags(), store.sources(), lists, index),
        new Suggestions(store.tags(), store.sources(), lists));
  }
}
