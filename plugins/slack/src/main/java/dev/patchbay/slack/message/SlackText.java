package dev.patchbay.slack.message;

import dev.patchbay.api.setting.Setting;
import java.util.Map;

/**
 * The text of a message as Slack takes it. Angle brackets begin links and mentions there: unless
 * the text is said to be in Slack's markup they are escaped, so that a name which a stranger typed
 * into the CRM alerts nobody.
 */
final class SlackText {

  /** {@code markup}, for the input of an action. */
  static final Setting MARKUP =
      Setting.builder("markup", "Slack markup", Setting.Kind.BOOLEAN)
          .help("The text holds Slack's own markup for mentions and links, such as <@U0123456>.")
          .build();

  /** What is longer is cut off by Slack without a word. */
  private static final int LONGEST = 40_000;

  private SlackText() {}

  /**
   * @param json the input of an action
   * @return what to send; empty text if there is none
   */
  static String of(Map<String, Object> json) {
    var text = json.get("text") instanceof String given ? given : "";
    var sent = isYes(json.get(MARKUP.name())) ? text : escaped(text);
    if (sent.length() > LONGEST) {
      throw new IllegalArgumentException(
          "The property \"text\" has %d characters; Slack takes %d. Make it shorter, or send it as a file."
              .formatted(sent.length(), LONGEST));
    }
    return sent;
  }

  private static boolean isYes(Object flag) {
    return flag != null && Boolean.parseBoolean(flag.toString());
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
