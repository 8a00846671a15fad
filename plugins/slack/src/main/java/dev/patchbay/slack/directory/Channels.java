package dev.patchbay.slack.directory;

import dev.patchbay.api.TypeDescriptor;
import dev.patchbay.api.item.Item;
import dev.patchbay.api.sync.Change;
import dev.patchbay.slack.web.SlackObject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The channels that the app can see: all public ones, and the private ones that it was invited to.
 * No standard schema has a channel, so that this one is declared here. An archived channel stays a
 * record, since it can be read and comes back; one that is deleted, or that the app was removed
 * from, is listed no more.
 */
public final class Channels {

  /** The name of the type. */
  public static final String NAME = "slack-channel";

  /** What is declared of them. */
  public static final TypeDescriptor TYPE = TypeDescriptor.readOnly(NAME, "Channels");

  /** How they are listed. */
  public static final Listing LISTING =
      new Listing(
          NAME,
          "conversations.list",
          Map.of("types", "public_channel,private_channel", "exclude_archived", "false"),
          "channels",
          Channels::change);

  private static final Set<String> FLEETING = Set.of("updated", "last_read", "latest");
  private static final Set<String> MAPPED =
      Set.of(
          "id",
          "name",
          "topic",
          "purpose",
          "is_private",
          "is_archived",
          "is_general",
          "is_member",
          "num_members",
          "created",
          "creator");

  private Channels() {}

  private static Change change(SlackObject channel) {
    return new Entry(channel.without(FLEETING)).present(Channels::item);
  }

  private static Item item(SlackObject channel) {
    var json = new LinkedHashMap<String, Object>();
    json.put("name", channel.text("name").orElse(""));
    channel.object("topic").text("value").ifPresent(topic -> json.put("topic", topic));
    channel.object("purpose").text("value").ifPresent(purpose -> json.put("purpose", purpose));
    json.put("private", channel.yes("is_private"));
    json.put("archived", channel.yes("is_archived"));
    json.put("general", channel.yes("is_general"));
    json.put("joined", channel.yes("is_member"));
    channel.number("num_members").ifPresent(members -> json.put("members", members));
    channel.number("created").ifPresent(at -> json.put("created", instant(at)));
    channel.text("creator").ifPresent(creator -> json.put("creator", creator));
    json.put("slack.com:channel", channel.without(MAPPED).json());
    return Item.of(NAME, json);
  }

  private static String instant(long seconds) {
    return Instant.ofEpochSecond(seconds).toString();
  }
}
