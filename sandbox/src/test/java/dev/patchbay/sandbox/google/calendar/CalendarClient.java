package dev.patchbay.sandbox.google.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.sandbox.Caller;
import dev.patchbay.sandbox.Sandbox;
import dev.patchbay.sandbox.http.FormEncoding;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A signed-in client of the simulated Calendar v3. */
final class CalendarClient {
  static final String API = "/www.googleapis.com/calendar/v3";
  static final String ADA = "ada@sandbox.example";
  static final String TEAM = "team-orbit@group.calendar.sandbox.example";
  static final String PRIVATE = "private#ada@group.v.calendar.sandbox.example";
  static final String CALENDAR_SCOPE = "https://www.googleapis.com/auth/calendar";

  final Caller caller;
  private final String token;

  private CalendarClient(Caller caller, String token) {
    this.caller = caller;
    this.token = token;
  }

  static CalendarClient of(Sandbox sandbox) {
    return withScope(sandbox, CALENDAR_SCOPE);
  }

  static CalendarClient withScope(Sandbox sandbox, String scope) {
    Caller caller = new Caller(sandbox);
    JsonNode issued =
        caller
            .control(
                "POST",
                "/google/access-tokens",
                "{\"account\":\"%s\",\"scope\":\"%s\"}".formatted(ADA, scope))
            .json();
    return new CalendarClient(caller, issued.get("access_token").asText());
  }

  static String events(String calendar) {
    return API + "/calendars/" + FormEncoding.encode(calendar) + "/events";
  }

  Caller.Reply get(String path, Map<String, String> query) {
    return call("GET", path + "?" + FormEncoding.encode(query), "", Map.of());
  }

  Caller.Reply call(String method, String path, String body, Map<String, String> headers) {
    var request =
        caller
            .request(path)
            .header("Authorization", "Bearer " + token)
            .method(method, BodyPublishers.ofString(body));
    headers.forEach(request::header);
    return caller.send(request);
  }

  Caller.Reply insert(String body) {
    return call("POST", events("primary"), body, Map.of());
  }

  /** A plain event of one hour, as the service keeps it. */
  JsonNode meeting(String summary) {
    return insert(
            """
            {"summary":"%s","start":{"dateTime":"2026-12-01T09:00:00Z"},
             "end":{"dateTime":"2026-12-01T10:00:00Z"}}"""
                .formatted(summary))
        .json();
  }

  Caller.Reply control(String method, String path, String body) {
    return caller.control(method, "/google" + path, body);
  }

  /** All pages of a list, from the first on. */
  List<JsonNode> pages(String path, Map<String, String> query) {
    List<JsonNode> pages = new ArrayList<>();
    Map<String, String> next = new java.util.LinkedHashMap<>(query);
    do {
      JsonNode page = get(path, next).json();
      pages.add(page);
      next.put("pageToken", page.path("nextPageToken").asText());
    } while (pages.get(pages.size() - 1).has("nextPageToken"));
    return pages;
  }

  String syncToken(String calendar) {
    List<JsonNode> pages = pages(events(calendar), Map.of());
    return pages.get(pages.size() - 1).get("nextSyncToken").asText();
  }

  static List<String> texts(Iterable<JsonNode> items, String field) {
    List<String> texts = new ArrayList<>();
    items.forEach(item -> texts.add(item.path(field).asText()));
    return texts;
  }

  static List<String> ids(List<JsonNode> pages) {
    return pages.stream().flatMap(page -> texts(page.get("items"), "id").stream()).toList();
  }
}
