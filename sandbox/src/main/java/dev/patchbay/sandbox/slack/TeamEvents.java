package dev.patchbay.sandbox.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Json;

/** Tells of what happened to people and channels, in the events that Slack has for it. */
final class TeamEvents {
  private final EventPost post;

  TeamEvents(EventPost post) {
    this.post = post;
  }

  void added(Team team, ObjectNode document) {
    tell(team, document, isUser(document) ? "team_join" : "channel_created");
  }

  void changed(Team team, ObjectNode document, ObjectNode changes) {
    if (isUser(document)) {
      tell(team, document, "user_change");
    } else if (changes.has("is_archived")) {
      boolean archived = changes.get("is_archived").asBoolean();
      tell(team, document, archived ? "channel_archive" : "channel_unarchive");
    } else {
      tell(team, document, "channel_rename");
    }
  }

  void removed(Team team, ObjectNode document) {
    tell(team, document, isUser(document) ? "user_change" : "channel_deleted");
  }

  private static boolean isUser(ObjectNode document) {
    return document.has("profile");
  }

  private void tell(Team team, ObjectNode document, String type) {
    ObjectNode event = Json.object().put("type", type);
    post.tell(team, event.set(isUser(document) ? "user" : "channel", document));
  }
}
