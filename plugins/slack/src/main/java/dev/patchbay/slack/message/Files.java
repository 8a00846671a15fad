package dev.patchbay.slack.message;

import dev.patchbay.api.error.Unavailable;
import dev.patchbay.api.item.Attachment;
import dev.patchbay.slack.web.SlackObject;
import dev.patchbay.slack.web.WebApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Shares files in the three steps that Slack wants: an address for each, its content there, and all
 * of them shared at once. Before the last step nobody sees anything, and what never comes to it
 * Slack throws away.
 */
final class Files {

  private final WebApi api;

  Files(WebApi api) {
    this.api = api;
  }

  SentMessage share(OutgoingMessage message, String channel) {
    var ids = message.files().stream().map(this::handedOver).toList();
    var arguments = new TreeMap<String, String>();
    arguments.put("files", listed(ids, message.files()));
    arguments.put("channel_id", channel);
    message.thread().ifPresent(thread -> arguments.put("thread_ts", thread.timestamp()));
    if (!message.text().isBlank()) {
      arguments.put("initial_comment", message.text());
    }
    api.post("files.completeUploadExternal", arguments);
    return SentMessage.ofFiles(channel, ids);
  }

  private String handedOver(Attachment file) {
    var content = file.content();
    var place =
        api.prepare(
                "files.getUploadURLExternal",
                Map.of("filename", file.name(), "length", Integer.toString(content.length)))
            .body();
    api.upload(required(place, "upload_url"), content);
    return required(place, "file_id");
  }

  private static String required(SlackObject place, String property) {
    return place
        .text(property)
        .orElseThrow(() -> new Unavailable("Slack gave no \"%s\" for a file".formatted(property)));
  }

  private static String listed(List<String> ids, List<Attachment> files) {
    var list = new ArrayList<Map<String, String>>();
    for (int i = 0; i < ids.size(); i++) {
      list.add(Map.of("id", ids.get(i), "title", files.get(i).name()));
    }
    return SlackObject.text(list);
  }
}
