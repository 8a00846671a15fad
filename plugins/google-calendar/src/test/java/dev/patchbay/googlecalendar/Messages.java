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

/** What the sandbox's Google sends, over channels of the plugin or one that is opened past it. */
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

  /** Has one calendar tell. */
  void open(Egress egress, String calendar, Auth auth) {
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
  }

  URI address(String name) {
    return listener.address(name);
  }

  boolean isSilent(URI address) {
    return listener.waiting(address) == 0;
  }

  /** The next one of a change, once it is there; a greeting is none. */
  Delivery next() {
    return next(listener.address());
  }

  Delivery next(URI address) {
    var request = heard(address);
    while (isGreeting(request)) {
      request = heard(address);
    }
    return delivery(request);
  }

  private static boolean isGreeting(WebhookRequest request) {
    return request.header("X-Goog-Resource-State").filter("sync"::equals).isPresent();
  }

  private static Delivery delivery(WebhookRequest request) {
    var headers = new HashMap<String, String>();
    HEADERS.forEach(name -> request.header(name).ifPresent(value -> headers.put(name, value)));
    return new Delivery(request.method(), request.url(), headers, "", TestConnectionContext.NOW);
  }

  private WebhookRequest heard(URI address) {
    try {
      return listener.next(address);
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
