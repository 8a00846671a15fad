package dev.patchbay.slack.message;

import dev.patchbay.api.action.Action;
import dev.patchbay.api.action.ActionDescriptor;
import dev.patchbay.api.item.IdempotencyKey;
import dev.patchbay.slack.web.WebApi;
import java.util.Map;

/** Changes the text of a message that the app has sent. */
public final class UpdateMessage implements Action<Edit, SentMessage> {

  /** What is declared of it. */
  public static final ActionDescriptor<Edit, SentMessage> DESCRIPTOR =
      ActionDescriptor.of("update-message", "Change a message", Edit.SCHEMA, SentMessage.SCHEMA)
          .with(Edit.MESSAGE_ID, Edit.TEXT, SlackText.MARKUP);

  private final WebApi api;

  public UpdateMessage(WebApi api) {
    this.api = api;
  }

  @Override
  public ActionDescriptor<Edit, SentMessage> descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public SentMessage perform(Edit edit, IdempotencyKey key) {
    var arguments =
        Map.of("channel", edit.channel(), "ts", edit.message().timestamp(), "text", edit.text());
    return SentMessage.of(api.post("chat.update", arguments).body());
  }
}
