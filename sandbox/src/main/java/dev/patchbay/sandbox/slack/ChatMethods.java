package dev.patchbay.sandbox.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Json;
import java.util.List;

/** {@code chat.*} and the opening of conversations. */
final class ChatMethods {
  private static final int LONGEST = 40_000;

  private final Teams teams;
  private final Posting posting;

  ChatMethods(Teams teams, Posting posting) {
    this.teams = teams;
    this.posting = posting;
  }

  void declare(Methods methods) {
    methods.scoped("conversations.open", "im:write", this::open);
    methods.scoped("chat.postMessage", "chat:write", this::post);
    methods.scoped("chat.update", "chat:write", this::update);
  }

  private synchronized ObjectNode open(Call call) {
    String asked = call.arguments().required("users", "users_list_not_supplied");
    ObjectNode user =
        teams
            .users()
            .find(call.team().id(), asked)
            .orElseThrow(() -> SlackError.of("user_not_found"));
    if (SlackUser.isDeleted(user)) {
      throw SlackError.of("user_disabled");
    }
    if (user.path("is_bot").asBoolean()) {
      throw SlackError.of("cannot_dm_bot");
    }
    String id =
        teams
            .channels()
            .first(call.team().id(), one -> one.path("user").asText().equals(asked))
            .map(open -> open.get("id").asText())
            .orElseGet(() -> opened(call.team(), asked));
    ObjectNode answer = Json.object();
    answer.putObject("channel").put("id", id);
    return answer;
  }

  private String opened(Team team, String user) {
    String id = SlackId.next('D');
    teams.channels().put(team.id(), id, SlackChannel.conversation(id, user));
    return id;
  }

  private ObjectNode post(Call call) {
    String text = text(call);
    String channel =
        posting
            .channel(call, call.arguments().required("channel", "channel_not_found"))
            .get("id")
            .asText();
    List<String> answered = call.arguments().value("thread_ts").stream().toList();
    if (!answered.stream().allMatch(parent -> posting.isThere(call, channel, parent))) {
      throw SlackError.of("cannot_reply_to_message");
    }
    ObjectNode metadata = metadata(call);
    ObjectNode message = posting.keep(call, channel, text);
    ObjectNode kept = message.deepCopy();
    kept.set("metadata", metadata);
    posting.replace(call, channel, kept);
    return answer(channel, message);
  }

  private static ObjectNode metadata(Call call) {
    try {
      String given = call.arguments().value("metadata").orElse("{}");
      if (Json.MAPPER.readTree(given) instanceof ObjectNode metadata) {
        return metadata;
      }
    } catch (JsonProcessingException e) {
      throw SlackError.of("invalid_metadata_format");
    }
    throw SlackError.of("invalid_metadata_format");
  }

  private ObjectNode update(Call call) {
    String channel =
        posting
            .channel(call, call.arguments().required("channel", "channel_not_found"))
            .get("id")
            .asText();
    ObjectNode message =
        posting.message(call, channel, call.arguments().required("ts", "message_not_found"));
    if (!message.path("user").asText().equals(call.team().botUser())) {
      throw SlackError.of("cant_update_message");
    }
    posting.replace(call, channel, message.put("text", text(call)));
    ObjectNode answer = Json.object().put("channel", channel).put("ts", message.get("ts").asText());
    answer.put("text", text(call)).putObject("message").put("text", text(call));
    return answer;
  }

  private static String text(Call call) {
    String text = call.arguments().required("text", "no_text");
    if (text.length() > LONGEST) {
      throw SlackError.of("msg_too_long");
    }
    return text;
  }

  private static ObjectNode answer(String channel, ObjectNode message) {
    ObjectNode answer = Json.object().put("channel", channel);
    answer.put("ts", message.get("ts").asText());
    return answer.set("message", message);
  }
}
