package org.tagwire.newsstand.http;

import java.io.Closeable;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP server on many loopback addresses that share one port. One platform thread accepts, a
 * virtual thread serves each connection. Closing it ends open connections at once.
 */
public final class LoopbackServer implements AutoCloseable {

  private static final int ATTEMPTS = 50;
  private static final int BACKLOG = 128;

  private final Selector selector;
  private final List<ServerSocketChannel> doors;
  private final int port;
  private final ExecutorService conversations = Executors.newVirtualThreadPerTaskExecutor();
  private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();

  private LoopbackServer(List<ServerSocketChannel> doors, int port) throws IOException {
    this.doors = doors;
    this.port = port;
    this.selector = Selector.open();
    for (ServerSocketChannel door : doors) {
      door.configureBlocking(false);
      door.register(selector, SelectionKey.OP_ACCEPT);
    }
  }

  /**
   * Binds every address; connections wait until {@link #serve} is called.
   *
   * @param addresses loopback addresses, each once
   * @param port the port, or 0 to choose one that is free on all addresses
   * @throws IOException when an address cannot be bound
   */
  public static LoopbackServer bind(List<InetAddress> addresses, int port) throws IOException {
    for (InetAddress address : addresses) {
      if (!address.isLoopbackAddress()) {
        throw new IllegalArgumentException("only loopback may be bound, not " + address);
      }
    }
    if (addresses.isEmpty()) {
      throw new IllegalArgumentException("a server needs at least one address");
    }
    List<ServerSocketChannel> doors = bindFreePort(addresses, port);
    int bound = ((InetSocketAddress) doors.getFirst().getLocalAddress()).getPort();
    return new LoopbackServer(doors, bound);
  }

  /** Begins to accept; to be called once. */
  public void serve(Handler handler) {
    Thread.ofPlatform().name("newsstand-porter").daemon().start(() -> accept(handler));
  }

  /** The port all addresses share. */
  public int port() {
    return port;
  }

  private static List<ServerSocketChannel> bindFreePort(List<InetAddress> addresses, int port)
      throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        return openDoors(addresses, port);
      } catch (BindException e) {
        // A port the kernel chose on the first address may be taken on a later one.
        if (port != 0 || attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private static List<ServerSocketChannel> openDoors(List<InetAddress> addresses, int wanted)
      throws IOException {
    List<ServerSocketChannel> doors = new ArrayList<>(addresses.size());
    int port = wanted;
    for (InetAddress address : addresses) {
      ServerSocketChannel door = ServerSocketChannel.open();
      doors.add(door);
      try {
        door.bind(new InetSocketAddress(address, port), BACKLOG);
      } catch (IOException e) {
        closeAll(doors);
        throw bindFailure(address, port, e);
      }
      port = ((InetSocketAddress) door.getLocalAddress()).getPort();
    }
    return doors;
  }

  private static BindException bindFailure(InetAddress address, int port, IOException cause) {
    var failure =
        new BindException(
            "cannot listen on "
                + address.getHostAddress()
                + ":"
                + port
                + " ("
                + cause.getMessage()
                + "); choose another port, and where the system has only 127.0.0.1 add the address"
                + " to the loopback interface");
    failure.initCause(cause);
    return failure;
  }

  private void accept(Handler handler) {
    while (selector.isOpen()) {
      try {
        selector.select();
        for (SelectionKey key : selector.selectedKeys()) {
          welcome(((ServerSocketChannel) key.channel()).accept(), handler);
        }
        selector.selectedKeys().clear();
      } catch (ClosedSelectorException | RejectedExecutionException closing) {
        return;
      } catch (IOException e) {
        System.getLogger(LoopbackServer.class.getName())
            .log(System.Logger.Level.WARNING, "a connection could not be accepted", e);
      }
    }
  }

  private void welcome(@Nullable SocketChannel channel, Handler handler) throws IOException {
    if (channel == null) {
      return;
    }
    channel.configureBlocking(true);
    open.add(channel);
    conversations.execute(
        () -> {
          try (channel) {
            new Conversation(channel, handler).hold();
          } catch (IOException gone) {
            // The client left or the stand closed: there is nobody to tell.
          } finally {
            open.remove(channel);
          }
        });
  }

  @Override
  public void close() {
    closeAll(doors);
    closeAll(List.of(selector));
    closeAll(List.copyOf(open));
    conversations.shutdownNow();
  }

  private static void closeAll(List<? extends Closeable> resources) {
    for (Closeable resource : resources) {
      try {
        resource.close();
      } catch (IOException e) {
        System.getLogger(LoopbackServer.class.getName())
            .log(System.Logger.Level.DEBUG, "closing failed", e);
      }
    }
  }
}
