package dev.patchbay.slack.message;

import dev.patchbay.api.item.Schema;
import dev.patchbay.api.setting.Setting;
import java.util.Map;

/**
 * Another text for a message that was sent.
 *
 * @param message which one, with its channel
 * @param json what was asked, as it was asked
 */
record Edit(MessageId message, Map<String, Object> json) {

  static final Schema<Edit> SCHEMA = Schema.of("message-edit", Edit::read, Edit::json);

  /** {@code messageId}, for the input of the action. */
  static final Setting MESSAGE_ID =
      Setting.builder("messageId", "Message", Setting.Kind.TEXT)
          .help("The messageId that send-message gave, such as C0123456789/1503435956.000247.")
          .required()
          .build();

  /** {@code text}, for the input of the action. */
  static final Setting TEXT =
      Setting.builder("text", "New text", Setting.Kind.LINES).required().build();

  private static Edit read(Map<String, Object> json) {
    var id = MessageId.parse("messageId", String.valueOf(json.get(MESSAGE_ID.name())));
    if (id.channel().isEmpty()) {
      throw new IllegalArgumentException(
          "The property \"messageId\" must name the channel too, as in C0123456789/" + id.text());
    }
    if (SlackText.of(json).isBlank()) {
      throw new IllegalArgumentException("The property \"text\" must be filled in");
    }
    return new Edit(id, Map.copyOf(json));
  }

  String channel() {
    return message.channel().orElseThrow();
  }

  String text() {
    return SlackText.of(json);
  }
}
