package dev.patchbay.slack.directory;

import dev.patchbay.api.TypeDescriptor;
import dev.patchbay.api.item.Contact;
import dev.patchbay.api.sync.Change;
import dev.patchbay.slack.web.SlackObject;
import java.util.Map;
import java.util.Set;

/**
 * The people of a workspace, as contacts. Somebody who was deactivated is gone, in Slack's own
 * words ({@code deleted}), and comes back when reactivated. What changes by the hour (presence,
 * status, calls) is no part of a contact.
 */
public final class People {

  /** What is declared of them. */
  public static final TypeDescriptor TYPE = TypeDescriptor.readOnly(Contact.TYPE, "People");

  /** How they are listed. */
  public static final Listing LISTING =
      new Listing(Contact.TYPE, "users.list", Map.of(), "members", People::change);

  private static final Set<String> FLEETING = Set.of("presence", "updated");
  private static final Set<String> FLEETING_OF_PROFILE =
      Set.of(
          "always_active",
          "huddle_state",
          "huddle_state_call_id",
          "huddle_state_expiration_ts",
          "status_emoji",
          "status_emoji_display_info",
          "status_expiration",
          "status_text",
          "status_text_canonical",
          "updated");

  private People() {}

  private static Change change(SlackObject user) {
    var lasting = new Entry(lasting(user));
    return user.yes("deleted")
        ? Change.gone(lasting.id(), "deactivated")
        : lasting.present(PersonCard::of);
  }

  private static SlackObject lasting(SlackObject user) {
    var profile = user.object("profile").without(FLEETING_OF_PROFILE);
    return user.without(FLEETING).with("profile", profile.json());
  }
}
