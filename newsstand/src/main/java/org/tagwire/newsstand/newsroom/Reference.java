package org.tagwire.newsstand.newsroom;

/** One account, named by its publisher's domain and its slug: {@code domain/slug}. */
public record Reference(String domain, String slug) {

  @Override
  public String toString() {
    return domain + "/" + slug;
  }
}
