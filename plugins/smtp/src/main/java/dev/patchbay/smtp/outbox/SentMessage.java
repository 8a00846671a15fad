package dev.patchbay.smtp.outbox;

import dev.patchbay.api.item.Schema;
import java.util.List;
import java.util.Map;

/**
 * What became of a mail.
 *
 * @param messageId its Message-ID, by which an answer names it
 * @param accepted the addresses for which the server took it
 */
public record SentMessage(String messageId, List<String> accepted) {

  public static final Schema<SentMessage> SCHEMA =
      Schema.of("sent-message", SentMessage::of, SentMessage::json);

  public SentMessage {
    accepted = List.copyOf(accepted);
  }

  private static SentMessage of(Map<String, Object> json) {
    if (json.get("messageId") instanceof String id && json.get("accepted") instanceof List<?> to) {
      return new SentMessage(id, to.stream().map(String.class::cast).toList());
    }
    throw new IllegalArgumentException(
        "A sent message has the properties \"messageId\" and \"accepted\"");
  }

  private Map<String, Object> json() {
    return Map.of("messageId", messageId, "accepted", accepted);
  }
}
