package dev.patchbay.slack.web;

import java.util.Map;
import java.util.Set;

/**
 * What Slack's error codes mean for us, and the way out of those that a person can mend. Slack
 * documents them method by method; those that stand nowhere here are refusals.
 */
final class ErrorCode {

  private static final Set<String> SIGN_IN =
      Set.of(
          "invalid_auth",
          "not_authed",
          "token_revoked",
          "token_expired",
          "account_inactive",
          "user_removed_from_team");
  private static final Set<String> SLOW_DOWN = Set.of("ratelimited", "rate_limited");
  private static final Set<String> LATER =
      Set.of(
          "internal_error",
          "fatal_error",
          "service_unavailable",
          "request_timeout",
          "team_added_to_org",
          "org_login_required");
  private static final Map<String, String> WAYS_OUT =
      Map.ofEntries(
          Map.entry(
              "channel_not_found",
              "Look at \"to\": there is no such channel, or the app cannot see it. Use the id of a"
                  + " synced channel, and invite the app to private ones."),
          Map.entry(
              "not_in_channel",
              "Look at \"to\": the app is not in this channel. Invite it there, or let the"
                  + " integration ask for the scope chat:write.public too."),
          Map.entry(
              "is_archived",
              "Look at \"to\": the channel is archived. Unarchive it or choose another."),
          Map.entry("msg_too_long", "Look at \"text\": make it shorter."),
          Map.entry("no_text", "Look at \"text\": there is none."),
          Map.entry(
              "users_not_found",
              "Look at \"to\": nobody in the workspace has this e-mail address."),
          Map.entry("user_not_found", "Look at \"to\": there is no such person in the workspace."),
          Map.entry("user_disabled", "Look at \"to\": this person's account is deactivated."),
          Map.entry("user_not_visible", "Look at \"to\": the app cannot see this person."),
          Map.entry("cannot_dm_bot", "Look at \"to\": this is a bot, which takes no messages."),
          Map.entry(
              "cannot_reply_to_message",
              "Look at \"thread\": this message cannot be answered. Leave \"thread\" out."),
          Map.entry(
              "message_not_found",
              "Look at \"messageId\": there is no such message in this channel."),
          Map.entry(
              "cant_update_message",
              "Look at \"messageId\": only messages that this app has sent can be changed."),
          Map.entry(
              "edit_window_closed",
              "Look at \"messageId\": the workspace no longer lets this message be changed."),
          Map.entry(
              "restricted_action", "The workspace's settings forbid it; its admins can tell more."),
          Map.entry(
              "storage_limit_reached",
              "Look at \"attachments\": the workspace has no room for more files."));

  private final String code;

  ErrorCode(String code) {
    this.code = code;
  }

  boolean wantsSignIn() {
    return SIGN_IN.contains(code);
  }

  boolean wantsPause() {
    return SLOW_DOWN.contains(code);
  }

  /** It was not done, or not wholly; Slack says that parts of it may have been. */
  boolean mayPass() {
    return LATER.contains(code);
  }

  boolean isOldCursor() {
    return code.equals("invalid_cursor");
  }

  /** What a person can do about it; empty text if nothing is known. */
  String wayOut() {
    return WAYS_OUT.getOrDefault(code, "");
  }
}
