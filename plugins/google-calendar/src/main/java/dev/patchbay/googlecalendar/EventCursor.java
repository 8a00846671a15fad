package dev.patchbay.googlecalendar;

import dev.patchbay.api.error.CursorExpired;
import dev.patchbay.api.sync.Cursor;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A place in a calendar's history. Google has two tokens: one leads to the next page of a pass, one
 * to the next pass. A page of an incremental pass needs both, since Google wants each page asked
 * with the parameters of the first; so both stand in the cursor, each under its name.
 *
 * @param syncToken where the pass started; empty in a pass that lists everything
 * @param pageToken the page to read; empty for the first
 */
record EventCursor(Optional<String> syncToken, Optional<String> pageToken) {

  private static final String SYNC = "syncToken";
  private static final String PAGE = "pageToken";

  static EventCursor of(Cursor cursor) {
    var tokens = new HashMap<String, String>();
    if (!cursor.isStart()) {
      for (var part : cursor.value().split("&", -1)) {
        parse(part, tokens);
      }
    }
    return new EventCursor(
        Optional.ofNullable(tokens.get(SYNC)), Optional.ofNullable(tokens.get(PAGE)));
  }

  /** Where the pass after this one starts. */
  static Cursor afterPass(String syncToken) {
    return Cursor.of(part(SYNC, syncToken));
  }

  /** The next page of the same pass. */
  Cursor nextPage(String token) {
    var page = part(PAGE, token);
    return Cursor.of(syncToken.map(sync -> part(SYNC, sync) + "&" + page).orElse(page));
  }

  /** Whether the pass lists everything there is. */
  boolean full() {
    return syncToken.isEmpty();
  }

  private static void parse(String part, Map<String, String> tokens) {
    var equals = part.indexOf('=');
    var name = part.substring(0, Math.max(equals, 0));
    if (!name.equals(SYNC) && !name.equals(PAGE)) {
      throw new CursorExpired("The stored cursor was not made by this plugin: \"" + part + "\"");
    }
    tokens.put(name, URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8));
  }

  private static String part(String name, String token) {
    return name + "=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
  }
}
