package dev.patchbay.sandbox.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Json;

/** Conversation documents as {@code conversations.list} gives them. */
final class SlackChannel {
  private SlackChannel() {}

  static ObjectNode of(String id, String name, String creator) {
    ObjectNode channel = Json.object().put("id", id).put("name", name).put("name_normalized", name);
    channel.put("is_channel", true).put("is_group", false).put("is_im", false);
    channel.put("is_mpim", false).put("is_private", false).put("is_archived", false);
    channel.put("is_general", false).put("is_member", true).put("is_shared", false);
    channel.put("is_ext_shared", false).put("is_org_shared", false);
    channel.put("is_pending_ext_shared", false);
    channel.put("created", 1_700_000_000L).put("creator", creator).put("num_members", 4);
    channel.putArray("previous_names");
    channel.putArray("pending_shared");
    channel.set("topic", note(""));
    channel.set("purpose", note(""));
    return channel;
  }

  static ObjectNode conversation(String id, String user) {
    ObjectNode conversation = Json.object().put("id", id).put("is_im", true).put("user", user);
    return conversation.put("created", 1_700_000_000L);
  }

  static ObjectNode note(String text) {
    return Json.object().put("value", text).put("creator", "").put("last_set", 0);
  }

  static boolean isConversation(ObjectNode channel) {
    return channel.path("is_im").asBoolean();
  }

  static boolean isVisible(ObjectNode channel) {
    return !channel.path("is_private").asBoolean() || channel.path("is_member").asBoolean();
  }
}
