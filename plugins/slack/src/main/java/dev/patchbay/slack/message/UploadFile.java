package dev.patchbay.slack.message;

import dev.patchbay.api.action.Action;
import dev.patchbay.api.action.ActionDescriptor;
import dev.patchbay.api.item.IdempotencyKey;
import dev.patchbay.api.item.Message;
import dev.patchbay.slack.web.WebApi;

/** Shares files in a channel or with a person, with or without a text. */
public final class UploadFile implements Action<Message, SentMessage> {

  /** What is declared of it. */
  public static final ActionDescriptor<Message, SentMessage> DESCRIPTOR =
      ActionDescriptor.of("upload-file", "Share files", OutgoingMessage.FILES, SentMessage.SCHEMA)
          .with(Message.TO, Message.ATTACHMENTS, Message.TEXT, SlackText.MARKUP, Message.THREAD);

  private final WebApi api;

  public UploadFile(WebApi api) {
    this.api = api;
  }

  @Override
  public ActionDescriptor<Message, SentMessage> descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public SentMessage perform(Message message, IdempotencyKey key) {
    var outgoing = OutgoingMessage.of(message);
    return new Files(api).share(outgoing, new Conversations(api).of(outgoing));
  }
}
