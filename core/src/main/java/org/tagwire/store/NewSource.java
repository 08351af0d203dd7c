package org.tagwire.store;

import org.tagwire.model.Domain;
import org.tagwire.model.Source;
import org.tagwire.model.Visibility;

/**
 * A source as the owner adds it.
 *
 * @param url the address to poll, canonical; the identity of a source
 * @param kind a feed, a sitemap, or articles given directly (never polled)
 * @param title a name, the address where none is known
 * @param publisher the domain of its site
 * @param folder the owner's folder, empty for none
 * @param visibility who may see its articles
 * @param pages whether article pages are fetched
 */
public record NewSource(
    String url,
    Source.Kind kind,
    String title,
    Domain publisher,
    String folder,
    Visibility visibility,
    Source.PageFetching pages) {}
