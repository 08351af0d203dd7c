package org.tagwire.server.control;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.TagwireException;

/**
 * The clerk who carries orders to the running node of a data directory. Safe for use by many
 * threads.
 */
public final class ControlClient implements Clerk {
  private static final Duration CONNECTING = Duration.ofSeconds(5);

  private final NodeFile node;

  public ControlClient(NodeFile node) {
    this.node = node;
  }

  @Override
  public void carryOut(Order order, Report report) {
    try {
      HttpURLConnection connection = send(Wire.encode(order));
      if (connection.getResponseCode() != 200) {
        throw new TagwireException(
            ErrorCode.REMOTE_FAILED,
            "the server (process "
                + node.pid()
                + ") refused the order with status "
                + connection.getResponseCode()
                + "; is it of the same version?");
      }
      receive(connection, report);
    } catch (ConnectException e) {
      throw new TagwireException(
          ErrorCode.REMOTE_FAILED,
          "process "
              + node.pid()
              + " does not answer on port "
              + node.port()
              + "; if it is not a Tagwire server, remove "
              + NodeFile.NAME,
          e);
    } catch (IOException e) {
      throw new TagwireException(
          ErrorCode.REMOTE_FAILED, "the server stopped answering: " + e.getMessage(), e);
    }
  }

  private HttpURLConnection send(byte[] body) throws IOException {
    URI address = URI.create("http://127.0.0.1:" + node.port() + ControlServer.PATH);
    HttpURLConnection connection =
        (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
    connection.setConnectTimeout((int) CONNECTING.toMillis());
    connection.setRequestMethod("POST");
    connection.setRequestProperty("Authorization", "Bearer " + node.token());
    connection.setRequestProperty("Content-Type", "application/octet-stream");
    connection.setDoOutput(true);
    connection.setFixedLengthStreamingMode(body.length);
    try (var out = connection.getOutputStream()) {
      out.write(body);
    }
    return connection;
  }

  private static void receive(HttpURLConnection connection, Report report) throws IOException {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
      boolean done = false;
      while (!done) {
        String line = lines.readLine();
        if (line == null) {
          throw new TagwireException(
              ErrorCode.REMOTE_FAILED,
              "the server stopped in the middle of the order; start it and order again");
        }
        done = Wire.decode(line).tell(report);
      }
    }
  }
}
