package org.tagwire.architecture.broken.story;

import com.sun.net.httpserver.HttpServer;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.channels.ServerSocketChannel;
import java.util.List;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Listens where nobody listens. Compiled, never run. */
public final class DoorsIntoTheHouse {

  /** Opens them all. */
  public List<Object> doors() throws IOException {
    return List.of(
        new ServerSocket(0),
        ServerSocketChannel.open(),
        HttpServer.create(),
        new ServerConnector(new Server()),
        Javalin.create().start());
  }
}
