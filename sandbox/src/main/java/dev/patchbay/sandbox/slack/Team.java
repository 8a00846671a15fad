package dev.patchbay.sandbox.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Json;
import java.util.Locale;

/** A workspace, with the bot that stands for the application in it. */
record Team(String id, String name, String botUser) {
  static Team named(String id, String name) {
    return new Team(id, name, SlackId.next('U'));
  }

  String address() {
    return "https://" + name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + ".slack.com/";
  }

  String botId() {
    return "B" + botUser.substring(1);
  }

  ObjectNode document() {
    return Json.object().put("id", id).put("name", name).put("botUser", botUser);
  }

  static Team of(ObjectNode node) {
    return new Team(
        node.get("id").asText(), node.get("name").asText(), node.get("botUser").asText());
  }
}
