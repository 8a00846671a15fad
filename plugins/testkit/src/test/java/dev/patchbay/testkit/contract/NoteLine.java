package dev.patchbay.testkit.contract;

import dev.patchbay.api.item.Item;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A note as the service writes it: id, version, title, text and mood with tabs between. */
record NoteLine(String id, String version, String title, String text, String mood) {
  static final String TYPE = "note";
  private static final String MOOD = "notes.example:mood";

  static NoteLine parse(String line) {
    var parts = line.split("\t", -1);
    return new NoteLine(parts[0], parts[1], parts[2], parts[3], parts[4]);
  }

  static NoteLine of(Map<String, Object> json) {
    return new NoteLine(
        "", "", text(json, "title"), text(json, "text"), json.getOrDefault(MOOD, "").toString());
  }

  String body() {
    return String.join("\t", title, text, mood);
  }

  Item item(Optional<Flaw> flaw) {
    var json = new LinkedHashMap<String, Object>();
    json.put("title", title);
    json.put("text", text);
    if (!mood.isEmpty() && !Flaw.DROPS_THE_MOOD.isIn(flaw)) {
      json.put(MOOD, mood);
    }
    if (Flaw.MAPS_DIFFERENTLY_EACH_TIME.isIn(flaw)) {
      json.put("notes.example:read", UUID.randomUUID().toString());
    }
    return Item.of(TYPE, json);
  }

  private static String text(Map<String, Object> json, String property) {
    return json.getOrDefault(property, "").toString();
  }
}
