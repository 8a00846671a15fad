package dev.patchbay.googlecalendar.event;

import dev.patchbay.googlecalendar.json.Node;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Status, privacy, free or busy, and colour. A value that JSCalendar does not know is passed over.
 *
 * <p>Google names colours by number; what they look like is what its {@code colors.get} answers for
 * events.
 */
final class Flags implements Concern {

  private static final Map<String, String> STATUS =
      Map.of("confirmed", "confirmed", "tentative", "tentative", "cancelled", "cancelled");
  private static final Map<String, String> PRIVACY =
      ordered("public", "public", "private", "private", "confidential", "private");
  private static final Map<String, String> BUSY = Map.of("opaque", "busy", "transparent", "free");
  private static final Map<String, String> COLORS =
      ordered(
          "1", "#a4bdfc", "2", "#7ae7bf", "3", "#dbadff", "4", "#ff887c", "5", "#fbd75b", "6",
          "#ffb878", "7", "#46d6db", "8", "#e1e1e1", "9", "#5484ed", "10", "#51b749", "11",
          "#dc2127");

  @Override
  public void toStandard(Node google, Node event) {
    event.set("status", google.text("status").map(STATUS::get));
    event.set("privacy", google.text("visibility").map(PRIVACY::get));
    event.set("freeBusyStatus", google.text("transparency").map(BUSY::get));
    event.set("color", google.text("colorId").map(COLORS::get));
  }

  @Override
  public void toGoogle(Node event, Node google) {
    google.set("status", event.text("status").map(STATUS::get));
    google.set("visibility", event.text("privacy").flatMap(Flags::visibility));
    google.set("transparency", event.text("freeBusyStatus").flatMap(busy -> key(BUSY, busy)));
    google.set("colorId", event.text("color").flatMap(color -> key(COLORS, color)));
  }

  private static Optional<String> visibility(String privacy) {
    return key(PRIVACY, privacy.equals("secret") ? "private" : privacy);
  }

  private static Optional<String> key(Map<String, String> map, String value) {
    return map.entrySet().stream()
        .filter(entry -> entry.getValue().equals(value))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static Map<String, String> ordered(String... namesAndValues) {
    var map = new LinkedHashMap<String, String>();
    for (var i = 0; i < namesAndValues.length; i += 2) {
      map.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return map;
  }
}
