package dev.patchbay.sandbox.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Json;
import java.util.Locale;

/** Member documents as {@code users.list} gives them. */
final class SlackUser {
  private SlackUser() {}

  static ObjectNode of(String team, String id, String name, String email) {
    String handle = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}0-9]+", ".");
    ObjectNode user = Json.object().put("id", id).put("team_id", team).put("name", handle);
    user.put("deleted", false).put("color", "9f69e7").put("real_name", name);
    user.put("tz", "Europe/Zurich").put("tz_label", "Central European Time");
    user.put("tz_offset", 3600).put("updated", 1_700_000_000L);
    user.put("is_admin", false).put("is_owner", false).put("is_primary_owner", false);
    user.put("is_restricted", false).put("is_ultra_restricted", false);
    user.put("is_bot", false).put("is_app_user", false);
    user.set("profile", profile(team, name, email));
    return user;
  }

  static ObjectNode bot(Team team, String name) {
    ObjectNode bot = of(team.id(), team.botUser(), name, "");
    ((ObjectNode) bot.get("profile")).put("bot_id", team.botId()).remove("email");
    return bot.put("is_bot", true);
  }

  private static ObjectNode profile(String team, String name, String email) {
    int space = name.lastIndexOf(' ');
    String given = space < 0 ? name : name.substring(0, space);
    ObjectNode profile = Json.object().put("real_name", name).put("real_name_normalized", name);
    profile.put("first_name", given).put("last_name", name.substring(Math.max(space, -1) + 1));
    profile.put("display_name", given).put("display_name_normalized", given);
    profile.put("email", email).put("title", "").put("phone", "").put("skype", "");
    profile.put("status_text", "").put("status_emoji", "").put("avatar_hash", "g0");
    profile.put("image_192", "https://avatars.sandbox.example/" + team + "/192.png");
    profile.put("team", team).putNull("fields");
    return profile;
  }

  static String email(ObjectNode user) {
    return user.at("/profile/email").asText();
  }

  static boolean isDeleted(ObjectNode user) {
    return user.path("deleted").asBoolean();
  }
}
