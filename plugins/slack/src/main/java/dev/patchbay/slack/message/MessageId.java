package dev.patchbay.slack.message;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names a message. Slack's own name of it, the timestamp, holds within its channel only; so both
 * stand in one text, {@code C0123456789/1503435956.000247}, as {@code send-message} gave it.
 *
 * @param channel empty if only the timestamp was given
 * @param timestamp Slack's {@code ts}
 */
record MessageId(Optional<String> channel, String timestamp) {

  private static final Pattern FORM = Pattern.compile("(?:([CGD][A-Z0-9]+)/)?(\\d+\\.\\d+)");

  static MessageId of(String channel, String timestamp) {
    return new MessageId(Optional.of(channel), timestamp);
  }

  /**
   * @param property what holds the text, for the complaint
   */
  static MessageId parse(String property, String text) {
    var parts = FORM.matcher(text.strip());
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "The property \"%s\" must be the messageId of a message, such as C0123456789/1503435956.000247, not \"%s\""
              .formatted(property, text));
    }
    return new MessageId(Optional.ofNullable(parts.group(1)), parts.group(2));
  }

  String text() {
    return channel.map(id -> id + "/").orElse("") + timestamp;
  }
}
