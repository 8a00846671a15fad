package dev.patchbay.sandbox.google.calendar;

import dev.patchbay.sandbox.google.GoogleError;
import dev.patchbay.sandbox.http.FormEncoding;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.state.State;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The open channels, and who hears over them that something changed. */
final class Channels {
  private static final String PREFIX = "google/channel/";

  private final Map<String, Channel> open = new LinkedHashMap<>();
  private final State state;
  private final Clock clock;
  private final Postman postman;

  Channels(State state, Clock clock, Postman postman) {
    this.state = state;
    this.clock = clock;
    this.postman = postman;
    state.each(
        PREFIX,
        (key, json) -> {
          Channel channel = Channel.of(Json.trusted(json));
          open.put(channel.id(), channel);
        });
  }

  /** Opens one, and says so over it. */
  synchronized Channel open(Channel channel) {
    if (open.containsKey(channel.id())) {
      throw GoogleError.of(
          400, "global", "channelIdNotUnique", "Channel id " + channel.id() + " not unique");
    }
    tell(channel, "sync");
    return channel;
  }

  synchronized void stop(String account, String id, String resourceId) {
    Channel channel = open.get(id);
    if (channel == null
        || !channel.account().equals(account)
        || !channel.resourceId().equals(resourceId)) {
      throw GoogleError.notFound();
    }
    open.remove(id);
    state.remove(key(channel));
  }

  /** Events of a calendar changed. */
  void eventsChanged(String calendar) {
    tell(channel -> channel.calendar().equals(calendar));
  }

  /** The calendars on an account's list changed. */
  void listChanged(String account) {
    tell(channel -> channel.calendar().isEmpty() && channel.account().equals(account));
  }

  private synchronized void tell(Predicate<Channel> concerned) {
    List<Channel> told =
        open.values().stream()
            .filter(concerned)
            .filter(channel -> channel.expiration().isAfter(clock.instant()))
            .toList();
    told.forEach(channel -> tell(channel, "exists"));
  }

  private void tell(Channel channel, String what) {
    Channel next = channel.next();
    open.put(next.id(), next);
    state.put(key(next), next.document());
    postman.send(next, what);
  }

  synchronized List<Channel> all() {
    return List.copyOf(open.values());
  }

  private static String key(Channel channel) {
    return PREFIX + FormEncoding.encode(channel.id());
  }
}
