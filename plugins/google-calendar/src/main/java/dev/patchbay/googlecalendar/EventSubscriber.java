package dev.patchbay.googlecalendar;

import com.google.api.client.http.GenericUrl;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.api.item.CalendarEvent;
import dev.patchbay.api.sync.CollectionId;
import dev.patchbay.api.webhook.Subscriber;
import dev.patchbay.api.webhook.Subscription;
import dev.patchbay.api.webhook.SubscriptionOrder;
import dev.patchbay.googlecalendar.http.GoogleSession;
import dev.patchbay.googlecalendar.http.Reply;
import dev.patchbay.googlecalendar.json.Json;
import dev.patchbay.googlecalendar.json.Node;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Opens Google's notification channels: one for the events of each calendar, and one for the list
 * of calendars. A channel cannot be prolonged; Google's longest life for one is a week.
 *
 * @see <a href="https://developers.google.com/calendar/api/guides/push">Push notifications</a>
 */
final class EventSubscriber implements Subscriber {

  private static final String API = "https://www.googleapis.com/calendar/v3";
  private static final String A_WEEK = "604800";
  private static final Set<Integer> GONE = Set.of(404, 410);

  private final GoogleSession session;

  EventSubscriber(GoogleSession session) {
    this.session = session;
  }

  @Override
  public String type() {
    return CalendarEvent.TYPE;
  }

  @Override
  public Subscription subscribe(SubscriptionOrder order) {
    Map<String, Object> channel = new HashMap<>();
    channel.put("id", order.id());
    channel.put("type", "web_hook");
    channel.put("address", order.address().toString());
    channel.put("token", order.secret().reveal());
    channel.put("params", Map.of("ttl", A_WEEK));
    GenericUrl url =
        order.collection().map(EventSubscriber::events).orElseGet(EventSubscriber::list);
    return opened(order.id(), session.ask("POST", url, null, Json.bytes(channel), Set.of()));
  }

  private static GenericUrl events(CollectionId calendar) {
    var url = new GenericUrl(API + "/calendars");
    url.getPathParts().addAll(List.of(calendar.value(), "events", "watch"));
    return url;
  }

  private static GenericUrl list() {
    return new GenericUrl(API + "/users/me/calendarList/watch");
  }

  private static Subscription opened(String id, Reply reply) {
    var channel = new Node(reply.json());
    var resource =
        channel
            .text("resourceId")
            .orElseThrow(() -> new Unavailable("Google opened a channel without a resourceId"));
    var subscription = Subscription.of(id, resource);
    return expiration(channel).map(subscription::until).orElse(subscription);
  }

  private static Optional<Instant> expiration(Node channel) {
    return Optional.ofNullable(channel.json().get("expiration"))
        .map(String::valueOf)
        .filter(millis -> millis.matches("\\d{1,15}"))
        .map(Long::parseLong)
        .map(Instant::ofEpochMilli);
  }

  @Override
  public void unsubscribe(Subscription subscription) {
    var channel =
        Map.<String, Object>of("id", subscription.id(), "resourceId", subscription.externalId());
    session.ask("POST", new GenericUrl(API + "/channels/stop"), null, Json.bytes(channel), GONE);
  }
}
