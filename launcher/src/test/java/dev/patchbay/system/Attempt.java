package dev.patchbay.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One request to a route, made from the API description: with ids of nobody, or with those of a
 * tenant in every place that takes one (path, query, body).
 */
record Attempt(String verb, String target, String type, String body) {
  private static final String NOBODYS = "nobodys";
  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");
  private static final Map<String, String> THINGS =
      Map.of(
          "/v1/connections/", "connection",
          "/v1/integrations/", "integration",
          "/v1/api-keys/", "key",
          "/v1/users/", "user",
          "/v1/end-users/", "end user",
          "/v1/sync-runs/", "run",
          "/v1/action-runs/", "action run",
          "/v1/connect-sessions/", "session",
          "/v1/tenants/", "tenant",
          "/connect/", "token");
  private static final Map<String, String> FIELDS =
      Map.of(
          "integrationId", "integration",
          "connectionId", "connection",
          "connection", "connection",
          "collection", "collection");

  /** A request that cannot do any harm, since nothing has these ids. */
  static Attempt atNothing(Route route) {
    boolean form = route.path().equals("/v1/token");
    return new Attempt(
        route.verb(),
        "/api" + PARAMETER.matcher(route.path()).replaceAll(NOBODYS),
        form ? "application/x-www-form-urlencoded" : "application/json",
        route.verb().matches("POST|PUT|PATCH") && !form ? "{}" : "");
  }

  /** A request for what belongs to somebody, in every place where an id can be. */
  static Attempt at(Belongings things, Route route, JsonNode document) {
    JsonNode call = document.path("paths").path(route.path()).path(route.verb().toLowerCase());
    String body =
        route.verb().matches("POST|PUT|PATCH") ? body(things, call, document).toString() : "";
    return new Attempt(
        route.verb(),
        "/api" + path(things, route.path()) + query(things, call),
        "application/json",
        body);
  }

  private static String path(Belongings things, String template) {
    Matcher parameter = PARAMETER.matcher(template);
    StringBuilder path = new StringBuilder();
    while (parameter.find()) {
      String before = template.substring(0, parameter.start());
      parameter.appendReplacement(path, value(things, before, parameter.group(1)));
    }
    return parameter.appendTail(path).toString();
  }

  private static String value(Belongings things, String before, String name) {
    if (name.equals("type")) {
      return "event";
    }
    if (before.endsWith("/records/{type}/")
        || before.endsWith("/quarantine/")
        || before.endsWith("/twins/")) {
      return things.id("record");
    }
    if (before.endsWith("/conflicts/")) {
      return things.id("conflict");
    }
    if (name.equals("action")) {
      return "send-message";
    }
    if (before.equals("/hooks/{plugin}/")) {
      return things.id("token");
    }
    if (before.equals("/v1/plugins/") || before.equals("/hooks/")) {
      return "google-calendar";
    }
    if (!THINGS.containsKey(before)) {
      throw new AssertionError("The wall knows no id to put after " + before);
    }
    return things.id(THINGS.get(before));
  }

  private static String query(Belongings things, JsonNode call) {
    List<String> filled = new ArrayList<>();
    for (JsonNode parameter : call.path("parameters")) {
      String name = parameter.path("name").asText();
      if (parameter.path("in").asText().equals("query") && FIELDS.containsKey(name)) {
        filled.add(name + "=" + things.id(FIELDS.get(name)));
      }
    }
    return filled.isEmpty() ? "" : "?" + String.join("&", filled);
  }

  private static ObjectNode body(Belongings things, JsonNode call, JsonNode document) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    JsonNode schema = call.at("/requestBody/content/application~1json/schema");
    resolved(schema, document)
        .path("properties")
        .fields()
        .forEachRemaining(
            field -> {
              if (FIELDS.containsKey(field.getKey())) {
                body.put(field.getKey(), things.id(FIELDS.get(field.getKey())));
              } else if (field.getKey().equals("name")) {
                body.put("name", "taken over");
              } else if (field.getKey().equals("password")) {
                body.put("password", "taken-over-7-times");
              } else if (field.getKey().equals("direction")) {
                body.put("direction", "pull");
              } else if (field.getKey().equals("winner")) {
                body.put("winner", "crm");
              } else if (field.getKey().equals("same")) {
                body.put("same", "none");
              } else if (field.getKey().equals("policy")) {
                body.put("policy", "remote-wins");
              } else if (field.getKey().equals("types")
                  && field.getValue().has("additionalProperties")) {
                body.putObject("types").putObject("event").put("Taken__c", "title");
              } else if (field.getKey().equals("from")) {
                body.put("from", "2026-12-01T09:00:00");
              } else if (field.getKey().equals("changes")) {
                body.putObject("changes").put("title", "taken over");
              } else if (field.getKey().equals("records")) {
                body.putArray("records").addObject().put("crmId", "c").putObject("data");
              }
            });
    return body;
  }

  private static JsonNode resolved(JsonNode schema, JsonNode document) {
    JsonNode reference = schema.has("$ref") ? schema : schema.at("/allOf/0");
    return reference.has("$ref")
        ? document.at(reference.path("$ref").asText().substring(1))
        : schema;
  }

  boolean namesSomethingOf(Belongings things) {
    return !things.toldBy(target + body, "").isEmpty();
  }

  Answer by(RestClient client) {
    return client.call(verb, target, type, body);
  }
}
