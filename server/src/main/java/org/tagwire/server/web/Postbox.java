package org.tagwire.server.web;

import io.javalin.config.JavalinConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tagwire.model.TagwireException;
import org.tagwire.websub.Answer;
import org.tagwire.websub.Callback;
import org.tagwire.websub.Subscriber;

/**
 * Where hubs call: GET to ask whether a subscription is meant, POST to push. What comes is handed
 * to the subscriber, and never shown, stored or logged. Safe for use by many threads.
 */
public final class Postbox {
  private static final Logger LOG = LoggerFactory.getLogger(Postbox.class);

  private final Subscriber subscriber;

  public Postbox(Subscriber subscriber) {
    this.subscriber = subscriber;
  }

  /**
   * Puts the route on a server that is being configured.
   *
   * @param prefix what begins every path of the site
   */
  public void install(JavalinConfig config, Door door, String prefix) {
    String path = prefix + Callback.PATH + "{" + Letter.ID + "}";
    config.routes.get(path, http -> door.receive(http, this::confirm));
    config.routes.post(path, http -> door.receive(http, this::take));
  }

  private Reply confirm(Letter letter) {
    try {
      return reply(subscriber.confirm(letter.id(), letter.query()));
    } catch (TagwireException e) {
      return later(e);
    }
  }

  private Reply take(Letter letter) {
    try {
      return reply(subscriber.take(letter.id(), letter.signature(), letter.content()));
    } catch (IOException cut) {
      return Reply.text(400, "The body did not come to its end.");
    } catch (TagwireException e) {
      return later(e);
    }
  }

  private static Reply later(TagwireException e) {
    LOG.warn("a hub was told to come later: {}", e.getMessage());
    return Reply.text(503, "Come later.");
  }

  private static Reply reply(Answer answer) {
    return switch (answer) {
      case Answer.Echo echo ->
          Reply.of(Reply.TEXT, echo.challenge().getBytes(StandardCharsets.UTF_8));
      case Answer.Heard heard -> Reply.of(Reply.TEXT, new byte[0]);
      case Answer.Unknown unknown -> Reply.text(404, "There is no such subscription.");
      case Answer.TooLarge large -> Reply.text(413, "That is too much.");
      case Answer.TooOften often -> Reply.text(429, "Come later.");
    };
  }
}
