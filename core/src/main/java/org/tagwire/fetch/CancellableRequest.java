package org.tagwire.fetch;

import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.concurrent.CancellableDependency;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.jspecify.annotations.Nullable;

/**
 * A request whose connection can be cut from another thread. It takes its path as it stands: {@code
 * java.net.URI} refuses characters that browsers, and so publishers, use.
 */
@SuppressWarnings("serial") // requests are never serialised
final class CancellableRequest extends BasicClassicHttpRequest implements CancellableDependency {
  private volatile @Nullable Cancellable dependency;
  private volatile boolean cancelled;
  private volatile boolean expired;

  CancellableRequest(String method, HttpHost host, String target) {
    super(method, host, target);
  }

  @Override
  public void setDependency(Cancellable cancellable) {
    dependency = cancellable;
    // Looked at after the write, so that a cancellation in between is seen here or sees the new
    // one.
    if (cancelled) {
      cancellable.cancel();
    }
  }

  @Override
  public boolean isCancelled() {
    return cancelled;
  }

  @Override
  public boolean cancel() {
    cancelled = true;
    Cancellable running = dependency;
    return running != null && running.cancel();
  }

  /** Cancels because time is up. */
  void expire() {
    expired = true;
    cancel();
  }

  boolean isExpired() {
    return expired;
  }
}
