package dev.patchbay.googlecalendar;

import dev.patchbay.api.auth.Auth;
import dev.patchbay.api.egress.Egress;
import dev.patchbay.api.setting.Secret;
import dev.patchbay.api.webhook.WebhookRequest;
import dev.patchbay.testkit.TestConnectionContext;
import dev.patchbay.testkit.contract.Delivery;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the sandbox's Google sends over a channel that is opened past the plugin. */
final class Messages implements AutoCloseable {

  static final Secret SECRET = Secret.of("between-google-and-the-contract");

  private static final List<String> HEADERS =
      List.of(
          "X-Goog-Channel-ID",
          "X-Goog-Channel-Token",
          "X-Goog-Message-Number",
          "X-Goog-Resource-ID",
          "X-Goog-Resource-State");

  private final Listener listener = new Listener();

  Messages(Egress egress, String calendar, Auth auth) {
    var channel =
        GoogleControl.bytes(
            Map.of(
                "id",
                "contract",
                "type",
                "web_hook",
                "address",
                listener.address().toString(),
                "token",
                SECRET.reveal()));
    var answer =
        egress.send(
            HttpRequest.newBuilder(
                    URI.create(
                        "https://www.googleapis.com/calendar/v3/calendars/"
                            + calendar
                            + "/events/watch"))
                .header("Authorization", "Bearer " + auth.token().reveal())
                .POST(BodyPublishers.ofByteArray(channel))
                .build());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("The sandbox opens no channel: " + answer.statusCode());
    }
    next();
  }

  /** The next one, once it is there. */
  Delivery next() {
    var request = heard();
    var headers = new HashMap<String, String>();
    HEADERS.forEach(name -> request.header(name).ifPresent(value -> headers.put(name, value)));
    return new Delivery(request.method(), request.url(), headers, "", TestConnectionContext.NOW);
  }

  private WebhookRequest heard() {
    try {
      return listener.next();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    listener.close();
  }
}
