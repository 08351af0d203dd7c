package org.tagwire.fetch;

import java.net.Proxy;
import java.net.Socket;

/** Makes unconnected sockets; tests hand out ones that record where they are told to connect. */
@FunctionalInterface
public interface Sockets {
  /** Plain TCP, whatever proxies the environment names. */
  Sockets PLAIN = () -> new Socket(Proxy.NO_PROXY);

  Socket create();
}
