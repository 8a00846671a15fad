package dev.patchbay.googlecalendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.setting.Secret;
import dev.patchbay.api.sync.CollectionId;
import dev.patchbay.api.webhook.Notification;
import dev.patchbay.api.webhook.Subscriber;
import dev.patchbay.api.webhook.Subscription;
import dev.patchbay.api.webhook.SubscriptionOrder;
import dev.patchbay.api.webhook.WebhookReceiver;
import dev.patchbay.api.webhook.WebhookRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Channels of the simulated Google, over real HTTP both ways. */
class EventSubscriberTest {

  private static final Secret SECRET = Secret.of("only-google-and-we-know");
  private static final CollectionId CALENDAR = new CollectionId(SimulatedGoogle.ACCOUNT);
  private static final String LUNCH =
      """
      {"summary":"Lunch","start":{"dateTime":"2026-12-01T12:00:00Z"},
       "end":{"dateTime":"2026-12-01T13:00:00Z"}}""";

  private final SimulatedGoogle google = new SimulatedGoogle();
  private final Listener listener = new Listener();
  private final Subscriber subscriber = google.client().subscribers().get(0);
  private final WebhookReceiver receiver = new GoogleCalendarPlugin().webhooks().orElseThrow();

  @AfterEach
  void stop() {
    listener.close();
    google.close();
  }

  @Test
  void should_hear_that_an_event_changed_after_a_message_that_only_greets() throws Exception {
    Subscription channel = subscriber.subscribe(order("sub_1").in(CALENDAR));
    WebhookRequest greeting = listener.next();
    google.add(LUNCH);
    WebhookRequest told = listener.next();

    assertThat(receiver.receive(greeting, SECRET).notifications()).isEmpty();
    assertThat(receiver.receive(told, SECRET).notifications())
        .containsExactly(Notification.of("sub_1:2").about("event"));
    assertThat(channel.id()).isEqualTo("sub_1");
    assertThat(channel.externalId()).isNotEmpty();
    assertThat(channel.endsAt().orElseThrow())
        .isBetween(Instant.now().plus(Duration.ofDays(6)), Instant.now().plus(Duration.ofDays(8)));
  }

  @Test
  void should_hear_nothing_of_events_when_only_the_list_is_subscribed_to() throws Exception {
    subscriber.subscribe(order("sub_list"));
    assertThat(listener.next().header("X-Goog-Resource-State")).contains("sync");

    google.add(LUNCH);
    google.addCalendar("Choir");

    assertThat(listener.next().header("X-Goog-Message-Number")).contains("2");
  }

  @Test
  void should_hear_nothing_any_more_when_it_is_ended() throws Exception {
    Subscription old = subscriber.subscribe(order("sub_1").in(CALENDAR));
    subscriber.subscribe(order("sub_2").in(CALENDAR));
    listener.next();
    listener.next();

    subscriber.unsubscribe(old);
    google.add(LUNCH);

    assertThat(listener.next().header("X-Goog-Channel-ID")).contains("sub_2");
    assertThat(listener.waiting()).isZero();
  }

  @Test
  void should_be_content_when_what_it_ends_is_not_there_any_more() {
    subscriber.unsubscribe(Subscription.of("sub_9", "unknown"));

    assertThat(google.channels()).isEmpty();
  }

  @Test
  void should_tell_why_when_google_does_not_send_to_the_address() {
    var order = SubscriptionOrder.of("sub_1", URI.create("http://crm.example/hook"), SECRET);

    assertThatThrownBy(() -> subscriber.subscribe(order))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("HTTPS");
  }

  @Test
  void should_refuse_a_message_when_its_token_is_another() {
    assertRefused(message(Map.of("X-Goog-Channel-Token", "guessed")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Goog-Channel-Token",
        "X-Goog-Resource-State",
        "X-Goog-Channel-ID",
        "X-Goog-Message-Number"
      })
  void should_refuse_a_message_when_a_header_is_missing(String header) {
    assertRefused(message(Map.of(header, "")));
  }

  private void assertRefused(WebhookRequest message) {
    assertThatThrownBy(() -> receiver.receive(message, SECRET)).isInstanceOf(Rejected.class);
  }

  private WebhookRequest message(Map<String, String> changes) {
    var headers =
        new HashMap<>(
            Map.of(
                "X-Goog-Channel-Token", SECRET.reveal(),
                "X-Goog-Resource-State", "exists",
                "X-Goog-Channel-ID", "sub_1",
                "X-Goog-Message-Number", "7"));
    headers.putAll(changes);
    var listed = new HashMap<String, List<String>>();
    headers.forEach((name, value) -> listed.put(name, List.of(value)));
    return WebhookRequest.of("POST", listener.address(), listed, new byte[0]);
  }

  private SubscriptionOrder order(String id) {
    return SubscriptionOrder.of(id, listener.address(), SECRET);
  }
}
