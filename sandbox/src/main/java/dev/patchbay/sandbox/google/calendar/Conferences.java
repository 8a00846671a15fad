package dev.patchbay.sandbox.google.calendar;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Json;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Makes the video conference that an event asks for; its link leads to a reserved domain. */
final class Conferences {
  private Conferences() {}

  static void create(ObjectNode event) {
    if (event.at("/conferenceData/createRequest").isMissingNode()) {
      return;
    }
    ObjectNode request = (ObjectNode) event.at("/conferenceData/createRequest");
    if (!event.at("/conferenceData/entryPoints").isMissingNode()) {
      return;
    }
    request.putObject("status").put("statusCode", "success");
    ObjectNode conference = meeting(code(request.path("requestId").asText()));
    conference.set("createRequest", request);
    event.set("conferenceData", conference);
    event.put("hangoutLink", conference.at("/entryPoints/0/uri").asText());
  }

  static ObjectNode meeting(String code) {
    String link = "https://meet.sandbox.example/" + code;
    ObjectNode conference = Json.object();
    conference
        .putArray("entryPoints")
        .addObject()
        .put("entryPointType", "video")
        .put("uri", link)
        .put("label", "meet.sandbox.example/" + code);
    ObjectNode solution = conference.putObject("conferenceSolution");
    solution.putObject("key").put("type", "hangoutsMeet");
    solution.put("name", "Sandbox Meet");
    solution.put("iconUri", "https://meet.sandbox.example/icon.png");
    return conference.put("conferenceId", code);
  }

  private static String code(String requestId) {
    String letters =
        UUID.nameUUIDFromBytes(requestId.getBytes(StandardCharsets.UTF_8))
            .toString()
            .replace("-", "")
            .replaceAll("[0-9]", "k");
    return letters.substring(0, 3) + "-" + letters.substring(3, 7) + "-" + letters.substring(7, 10);
  }
}
