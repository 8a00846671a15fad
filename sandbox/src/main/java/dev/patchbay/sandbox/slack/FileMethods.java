package dev.patchbay.sandbox.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Answer;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.http.Request;
import dev.patchbay.sandbox.http.Routes;
import dev.patchbay.sandbox.oauth.Secrets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The three steps of sharing a file; those that never come to the last are forgotten at the end.
 */
final class FileMethods {
  private static final String UPLOADS = "/files.slack.com/upload/v1/";

  private final Posting posting;
  private final Map<String, Expected> byTicket = new ConcurrentHashMap<>();
  private final Map<String, ObjectNode> uploaded = new ConcurrentHashMap<>();

  FileMethods(Posting posting) {
    this.posting = posting;
  }

  private record Expected(String id, String name, int length) {}

  void declare(Methods methods, Routes routes) {
    methods.scoped("files.getUploadURLExternal", "files:write", this::address);
    methods.scoped("files.completeUploadExternal", "files:write", this::complete);
    routes.post(UPLOADS + "{ticket}", this::take);
  }

  private ObjectNode address(Call call) {
    String name = call.arguments().required("filename", "invalid_arguments");
    int length = Integer.parseInt(call.arguments().required("length", "invalid_arguments"));
    if (length <= 0) {
      throw SlackError.of("invalid_arguments");
    }
    String ticket = Secrets.next(32);
    String id = SlackId.next('F');
    byTicket.put(ticket, new Expected(id, name, length));
    return Json.object().put("upload_url", "https:/" + UPLOADS + ticket).put("file_id", id);
  }

  private Answer take(Request request) {
    Expected expected = byTicket.remove(request.parameter("ticket"));
    byte[] content = request.body().bytes();
    if (expected == null || content.length != expected.length()) {
      return Answer.text(400, "text/plain; charset=UTF-8", "upload failed");
    }
    uploaded.put(
        expected.id(),
        Json.object()
            .put("id", expected.id())
            .put("name", expected.name())
            .put("size", content.length)
            .put("content", Base64.getEncoder().encodeToString(content)));
    return Answer.text(200, "text/plain; charset=UTF-8", "OK - " + content.length);
  }

  private ObjectNode complete(Call call) {
    ArrayNode files = Json.MAPPER.createArrayNode();
    ArrayNode named = Json.MAPPER.createArrayNode();
    for (JsonNode asked : files(call)) {
      files.add(
          Optional.ofNullable(uploaded.get(asked.path("id").asText()))
              .orElseThrow(() -> SlackError.of("file_not_found")));
      named
          .addObject()
          .put("id", asked.path("id").asText())
          .put("title", asked.path("title").asText());
    }
    call.arguments().value("channel_id").ifPresent(channel -> share(call, channel, files));
    files.forEach(file -> uploaded.remove(file.get("id").asText()));
    return Json.object().set("files", named);
  }

  private void share(Call call, String named, ArrayNode files) {
    String channel = posting.channel(call, named).get("id").asText();
    ObjectNode message =
        posting.keep(call, channel, call.arguments().value("initial_comment").orElse(""));
    message.set("files", files);
    posting.replace(call, channel, message);
  }

  private static JsonNode files(Call call) {
    try {
      return Json.MAPPER.readTree(call.arguments().required("files", "invalid_arguments"));
    } catch (JsonProcessingException e) {
      throw SlackError.of("invalid_arguments");
    }
  }
}
