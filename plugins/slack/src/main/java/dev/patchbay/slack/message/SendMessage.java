package dev.patchbay.slack.message;

import dev.patchbay.api.action.Action;
import dev.patchbay.api.action.ActionDescriptor;
import dev.patchbay.api.item.IdempotencyKey;
import dev.patchbay.api.item.Message;
import dev.patchbay.slack.web.SlackObject;
import dev.patchbay.slack.web.WebApi;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sends one message to a channel or to a person.
 *
 * <p>Slack knows no idempotency keys: the key goes along in the message's metadata, which people do
 * not see, so that a message which was sent twice can be told by it.
 */
public final class SendMessage implements Action<Message, SentMessage> {

  /** What is declared of it. */
  public static final ActionDescriptor<Message, SentMessage> DESCRIPTOR =
      ActionDescriptor.of(
              "send-message", "Send a message", OutgoingMessage.MESSAGE, SentMessage.SCHEMA)
          .with(Message.TO, Message.TEXT, SlackText.MARKUP, Message.THREAD, Message.ATTACHMENTS);

  private final WebApi api;

  public SendMessage(WebApi api) {
    this.api = api;
  }

  @Override
  public ActionDescriptor<Message, SentMessage> descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public SentMessage perform(Message message, IdempotencyKey key) {
    var outgoing = OutgoingMessage.of(message);
    var channel = new Conversations(api).of(outgoing);
    return outgoing.files().isEmpty()
        ? post(outgoing, channel, key)
        : new Files(api).share(outgoing, channel);
  }

  private SentMessage post(OutgoingMessage message, String channel, IdempotencyKey key) {
    var arguments = new TreeMap<String, String>();
    arguments.put("channel", channel);
    arguments.put("text", message.text());
    arguments.put("metadata", metadata(key));
    message.thread().ifPresent(thread -> arguments.put("thread_ts", thread.timestamp()));
    return SentMessage.of(api.post("chat.postMessage", arguments).body());
  }

  private static String metadata(IdempotencyKey key) {
    return SlackObject.text(
        Map.of("event_type", "patchbay_message", "event_payload", Map.of("key", key.value())));
  }
}
