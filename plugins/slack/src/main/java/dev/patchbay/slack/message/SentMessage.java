package dev.patchbay.slack.message;

import dev.patchbay.api.error.Unavailable;
import dev.patchbay.api.item.Schema;
import dev.patchbay.slack.web.SlackObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of a message.
 *
 * @param id by which it is answered and changed; empty for files, whose message Slack makes later
 * @param channel where it was posted
 * @param files Slack's ids of the files
 */
record SentMessage(Optional<MessageId> id, String channel, List<String> files) {

  static final Schema<SentMessage> SCHEMA =
      Schema.of("sent-message", SentMessage::read, SentMessage::json);

  SentMessage {
    files = List.copyOf(files);
  }

  static SentMessage of(SlackObject answer) {
    var channel = answer.text("channel").orElseThrow(SentMessage::unnamed);
    var timestamp = answer.text("ts").orElseThrow(SentMessage::unnamed);
    return new SentMessage(Optional.of(MessageId.of(channel, timestamp)), channel, List.of());
  }

  static SentMessage ofFiles(String channel, List<String> files) {
    return new SentMessage(Optional.empty(), channel, files);
  }

  private static Unavailable unnamed() {
    return new Unavailable("Slack took the message and did not name it");
  }

  private static SentMessage read(Map<String, Object> json) {
    var written = new SlackObject(json);
    return new SentMessage(
        written.text("messageId").map(text -> MessageId.parse("messageId", text)),
        written
            .text("channel")
            .orElseThrow(
                () -> new IllegalArgumentException("A sent message has the property \"channel\"")),
        json.get("files") instanceof List<?> files
            ? files.stream().map(String.class::cast).toList()
            : List.of());
  }

  private Map<String, Object> json() {
    var json = new LinkedHashMap<String, Object>();
    id.ifPresent(known -> json.put("messageId", known.text()));
    json.put("channel", channel);
    if (!files.isEmpty()) {
      json.put("files", files);
    }
    return json;
  }
}
