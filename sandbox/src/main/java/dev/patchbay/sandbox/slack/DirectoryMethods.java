package dev.patchbay.sandbox.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Json;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** {@code users.*} and the listing of {@code conversations.*}. */
final class DirectoryMethods {
  private final Teams teams;
  private final Clock clock;

  DirectoryMethods(Teams teams, Clock clock) {
    this.teams = teams;
    this.clock = clock;
  }

  void declare(Methods methods) {
    methods.scoped("users.list", "users:read", this::users);
    methods.scoped("users.lookupByEmail", "users:read.email", this::lookup);
    methods.scoped("conversations.list", "channels:read", this::channels);
  }

  private ObjectNode users(Call call) {
    List<ObjectNode> users =
        teams.users().all(call.team().id()).stream().map(user -> shown(call, user)).toList();
    return CursorPage.of(call, "members", users).put("cache_ts", clock.instant().getEpochSecond());
  }

  private static ObjectNode shown(Call call, ObjectNode user) {
    if (!call.may("users:read.email") && user.get("profile") instanceof ObjectNode profile) {
      profile.remove("email");
    }
    return user;
  }

  private ObjectNode lookup(Call call) {
    String email = call.arguments().required("email", "invalid_arguments");
    ObjectNode user =
        teams
            .users()
            .first(
                call.team().id(),
                one -> SlackUser.email(one).equalsIgnoreCase(email) && !SlackUser.isDeleted(one))
            .orElseThrow(() -> SlackError.of("users_not_found"));
    return Json.object().set("user", user);
  }

  private ObjectNode channels(Call call) {
    Set<String> types =
        Set.of(call.arguments().value("types").orElse("public_channel").split(",", -1));
    boolean withoutArchived = call.arguments().isTrue("exclude_archived");
    List<ObjectNode> channels =
        teams.channels().all(call.team().id()).stream()
            .filter(one -> !SlackChannel.isConversation(one) && SlackChannel.isVisible(one))
            .filter(one -> types.contains(type(one)))
            .filter(one -> !withoutArchived || !one.path("is_archived").asBoolean())
            .toList();
    return CursorPage.of(call, "channels", channels);
  }

  private static String type(ObjectNode channel) {
    return channel.path("is_private").asBoolean() ? "private_channel" : "public_channel";
  }
}
