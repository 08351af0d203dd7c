package org.tagwire.model;

import java.util.HexFormat;

/**
 * The identity of an item within its source, made of guid, link and text so that none of them alone
 * can double it.
 *
 * @param hash 64 bits of SHA-256
 */
public record ItemKey(long hash) {
  @Override
  public String toString() {
    return HexFormat.of().toHexDigits(hash);
  }
}
