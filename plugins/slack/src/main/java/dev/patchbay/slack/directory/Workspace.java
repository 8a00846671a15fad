package dev.patchbay.slack.directory;

import dev.patchbay.api.Account;
import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.api.sync.Collection;
import dev.patchbay.api.sync.CollectionId;
import dev.patchbay.slack.web.SlackAnswer;
import dev.patchbay.slack.web.WebApi;
import java.util.Map;
import java.util.Set;

/**
 * The workspace that the app was installed in: account of the connection, and the one collection of
 * its people and its channels.
 *
 * @param id Slack's id of it, which never changes
 * @param name as its people know it
 * @param scopes what the app may do there
 */
public record Workspace(String id, String name, Set<String> scopes) {

  public Workspace {
    scopes = Set.copyOf(scopes);
  }

  /**
   * Asks Slack whose token it is.
   *
   * @throws Rejected if the app was installed for a whole organisation
   */
  public static Workspace of(WebApi api) {
    return of(api.get("auth.test", Map.of()));
  }

  private static Workspace of(SlackAnswer answer) {
    if (answer.body().yes("is_enterprise_install")) {
      throw new Rejected(
          "The app was installed for a whole organisation. Install it in one workspace, and connect"
              + " each workspace by itself.");
    }
    var id = answer.body().text("team_id").orElseThrow(Workspace::unnamed);
    return new Workspace(id, answer.body().text("team").orElse(id), answer.scopes());
  }

  private static Unavailable unnamed() {
    return new Unavailable("Slack did not say which workspace it is");
  }

  /** The account of the connection. */
  public Account account() {
    return Account.of(id, name, scopes);
  }

  /** The collection that holds all people or all channels. */
  Collection collection() {
    return Collection.builder(new CollectionId(id), name).primary(true).build();
  }
}
