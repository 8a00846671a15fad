package dev.patchbay.slack.directory;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.api.item.Item;
import dev.patchbay.api.sync.Change;
import dev.patchbay.slack.web.SlackObject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Function;

/** One entry of a list: its id, and what tells whether anything of it changed. */
record Entry(SlackObject object) {

  /** An entry without an id would look like a deletion of the item that it is of. */
  String id() {
    return object
        .text("id")
        .orElseThrow(() -> new Unavailable("Slack listed something that has no id"));
  }

  Change present(Function<SlackObject, Item> mapping) {
    return Change.upsert(id(), null, fingerprint(), () -> mapped(mapping));
  }

  private Item mapped(Function<SlackObject, Item> mapping) {
    try {
      return mapping.apply(object);
    } catch (IllegalArgumentException e) {
      throw new Rejected(
          "What Slack says of %s cannot be understood: %s".formatted(id(), e.getMessage()), e);
    }
  }

  private String fingerprint() {
    try {
      var bytes = SlackObject.text(object.json()).getBytes(UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
