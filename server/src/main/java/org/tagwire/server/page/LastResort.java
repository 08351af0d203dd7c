package org.tagwire.server.page;

import io.javalin.config.JavalinConfig;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.tagwire.server.web.Door;
import org.tagwire.server.web.Reply;

/**
 * Answers what the server refuses before any route is asked, such as a path that is not UTF-8: the
 * same small page for all of it, and nothing about the server.
 */
public final class LastResort implements Request.Handler {
  private final Reply reply;
  private final String policy;

  private LastResort(Reply reply, String policy) {
    this.reply = reply;
    this.policy = policy;
  }

  public static void install(JavalinConfig config, Door door, Reply reply) {
    config.jetty.modifyServer(
        server -> server.setErrorHandler(new LastResort(reply, door.policy())));
    config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, reply.type());
    response.getHeaders().put("Content-Security-Policy", policy);
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
    response.getHeaders().put("Referrer-Policy", "same-origin");
    response.write(true, ByteBuffer.wrap(reply.body()), callback);
    return true;
  }
}
