package dev.patchbay.sandbox.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Json;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Where messages may go, and how they are kept. */
final class Posting {
  private final Teams teams;
  private final Clock clock;
  private final AtomicLong last = new AtomicLong();

  Posting(Teams teams, Clock clock) {
    this.teams = teams;
    this.clock = clock;
  }

  /** The channel that the bot may write to; refuses as Slack does. */
  ObjectNode channel(Call call, String named) {
    ObjectNode channel =
        teams
            .channels()
            .first(call.team().id(), one -> isCalled(one, named) && SlackChannel.isVisible(one))
            .orElseThrow(() -> SlackError.of("channel_not_found"));
    if (channel.path("is_archived").asBoolean()) {
      throw SlackError.of("is_archived");
    }
    boolean open = SlackChannel.isConversation(channel) || channel.path("is_member").asBoolean();
    if (!open && !call.may("chat:write.public")) {
      throw SlackError.of("not_in_channel");
    }
    return channel;
  }

  private static boolean isCalled(ObjectNode channel, String named) {
    return channel.path("id").asText().equals(named)
        || named.equals("#" + channel.path("name").asText());
  }

  /** Keeps a message of the bot under a timestamp that no other message has. */
  ObjectNode keep(Call call, String channel, String text) {
    ObjectNode message = Json.object().put("type", "message").put("text", text);
    message.put("ts", nextTimestamp()).put("user", call.team().botUser());
    message.put("bot_id", call.team().botId()).put("team", call.team().id());
    call.arguments().value("thread_ts").ifPresent(parent -> message.put("thread_ts", parent));
    teams.messages().put(call.team().id(), key(channel, message.get("ts").asText()), message);
    return message;
  }

  void replace(Call call, String channel, ObjectNode message) {
    teams.messages().put(call.team().id(), key(channel, message.get("ts").asText()), message);
  }

  ObjectNode message(Call call, String channel, String timestamp) {
    return teams
        .messages()
        .find(call.team().id(), key(channel, timestamp))
        .orElseThrow(() -> SlackError.of("message_not_found"));
  }

  boolean isThere(Call call, String channel, String timestamp) {
    return teams.messages().find(call.team().id(), key(channel, timestamp)).isPresent();
  }

  private static String key(String channel, String timestamp) {
    return channel + ":" + timestamp;
  }

  private String nextTimestamp() {
    Instant now = clock.instant();
    long micros = now.getEpochSecond() * 1_000_000 + now.getNano() / 1000;
    long unique = last.updateAndGet(before -> Math.max(before + 1, micros));
    return "%d.%06d".formatted(unique / 1_000_000, unique % 1_000_000);
  }
}
