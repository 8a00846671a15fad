package dev.patchbay.api.item;

import dev.patchbay.api.setting.Setting;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A message of any channel: an e-mail, a chat message, a text message. Every channel's {@code
 * send-message} takes one, so that a CRM writes it once. Immutable and safe to share between
 * threads.
 *
 * <p>Its JSON: {@code channel}, {@code from}, {@code to} (a list of addresses in the channel's own
 * form), {@code subject}, {@code text}, {@code html}, {@code attachments} (a list of {@code {name,
 * contentType, ref}}), {@code thread} (the id of what it answers) and {@code status}.
 *
 * @since 1
 */
public final class Message extends Item {

  /** The name of this type: {@code message}. */
  public static final String TYPE = "message";

  /** How a message is read from JSON and written to it. */
  public static final Schema<Message> SCHEMA = Schema.of(TYPE, Message::of, Message::json);

  /** {@code to}, for the input of an action. */
  public static final Setting TO =
      Setting.builder("to", "To", Setting.Kind.LIST)
          .help("One or more addresses, in the form that the channel knows.")
          .required()
          .build();

  /** {@code subject}, for the input of an action. */
  public static final Setting SUBJECT =
      Setting.builder("subject", "Subject", Setting.Kind.TEXT).build();

  /** {@code text}, for the input of an action. */
  public static final Setting TEXT = Setting.builder("text", "Text", Setting.Kind.LINES).build();

  /** {@code html}, for the input of an action. */
  public static final Setting HTML =
      Setting.builder("html", "Formatted text", Setting.Kind.LINES)
          .help("HTML, for those whose programs show it.")
          .build();

  /** {@code thread}, for the input of an action. */
  public static final Setting THREAD =
      Setting.builder("thread", "Answers", Setting.Kind.TEXT)
          .help("The id of the message that this one answers.")
          .build();

  /** {@code attachments}, for the input of an action. */
  public static final Setting ATTACHMENTS =
      Setting.builder("attachments", "Attachments", Setting.Kind.FILES).build();

  private Message(Map<String, ?> json) {
    super(TYPE, json);
  }

  /**
   * @param json the message; {@code to} must be there
   * @throws IllegalArgumentException if it is no message; names the property at fault
   */
  public static Message of(Map<String, ?> json) {
    var message = new Message(json);
    if (message.to().isEmpty()) {
      throw new IllegalArgumentException(
          "The property \"to\" of a message must be a list with at least one address");
    }
    return message;
  }

  /** A builder of a message to these addresses. */
  public static Builder to(String... addresses) {
    return new Builder(List.of(addresses));
  }

  /** To whom it goes, in the channel's own form of addresses. */
  public List<String> to() {
    return json().get("to") instanceof List<?> to
        ? to.stream().filter(String.class::isInstance).map(String.class::cast).toList()
        : List.of();
  }

  /** From whom it comes; empty for the connection's own address. */
  public Optional<String> from() {
    return text("from");
  }

  /** The subject, for channels that have one. */
  public Optional<String> subject() {
    return text("subject");
  }

  /** The plain text. */
  public Optional<String> text() {
    return text("text");
  }

  /** The formatted text, for channels that have one. */
  public Optional<String> html() {
    return text("html");
  }

  /** The id of what it answers. */
  public Optional<String> thread() {
    return text("thread");
  }

  /** The files that go with it; empty if there are none. */
  public List<Attachment> attachments() {
    return json().get("attachments") instanceof List<?> files
        ? files.stream().map(Attachment::of).toList()
        : List.of();
  }

  /** Collects the parts of a message; not safe for use by several threads. */
  public static final class Builder extends ItemBuilder<Message, Builder> {

    private Builder(List<String> to) {
      set("to", to);
    }

    /** The subject. */
    public Builder subject(String subject) {
      return set("subject", subject);
    }

    /** The plain text. */
    public Builder text(String text) {
      return set("text", text);
    }

    @Override
    Builder self() {
      return this;
    }

    @Override
    Message build(Map<String, Object> properties) {
      return Message.of(properties);
    }
  }
}
