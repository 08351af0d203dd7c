package org.tagwire.fetch;

import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.concurrent.CancellableDependency;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.jspecify.annotations.Nullable;

/**
 * A GET whose connection can be cut from another thread. It takes its path as it stands: {@code java.net.URI} refuses
 * characters that browsers, and so publishers, use.
 */
@SuppressWarnings("serial") // requests are never serialised
final class CancellableRequest extends BasicClassicHttpRequest implements CancellableDependency {
  private static final Cancellable CANCELLED = () -> false;

  private final AtomicReference<@Nullable Cancellable> dependency = new AtomicReference<>();
  private volatile boolean expired;

  CancellableRequest(HttpHost host, String target) {
    super("GET", host, target);
  }

  @Override
  public void setDependency(Cancellable cancellable) {
    if (!dependency.compareAndSet(null, cancellable) && dependency.getAndUpdate(d -> d == CANCELLED ? d : cancellable) == CANCELLED) {
      cancellable.cancel();
    }
  }

  @Override
  public boolean isCancelled() {
    return dependency.get() == CANCELLED;
  }

  @Override
  public boolean cancel() {
    Cancellable before = dependency.getAndSet(CANCELLED);
    return before != null && before != CANCELLED && before.cancel();
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
