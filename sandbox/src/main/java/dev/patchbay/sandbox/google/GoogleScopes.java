package dev.patchbay.sandbox.google;

import java.util.Map;
import java.util.Set;

/** The scopes that the simulated Google knows, in the sandbox's own words. */
public final class GoogleScopes {
  private static final String AUTH = "https://www.googleapis.com/auth/";
  private static final Map<String, String> MEANINGS =
      Map.ofEntries(
          Map.entry("openid", "Know which account this is"),
          Map.entry("email", "See the e-mail address"),
          Map.entry(AUTH + "userinfo.email", "See the e-mail address"),
          Map.entry("profile", "See the name and picture"),
          Map.entry(AUTH + "userinfo.profile", "See the name and picture"),
          Map.entry(AUTH + "calendar", "See and change all calendars and their events"),
          Map.entry(AUTH + "calendar.readonly", "See all calendars and their events"),
          Map.entry(AUTH + "calendar.events", "See and change events on all calendars"),
          Map.entry(AUTH + "calendar.events.readonly", "See events on all calendars"),
          Map.entry(AUTH + "calendar.calendarlist", "See and change the list of calendars"),
          Map.entry(AUTH + "calendar.calendarlist.readonly", "See the list of calendars"));

  public static final Set<String> READ_CALENDARS =
      Set.of(
          AUTH + "calendar",
          AUTH + "calendar.readonly",
          AUTH + "calendar.calendarlist",
          AUTH + "calendar.calendarlist.readonly");
  public static final Set<String> READ_EVENTS =
      Set.of(
          AUTH + "calendar",
          AUTH + "calendar.readonly",
          AUTH + "calendar.events",
          AUTH + "calendar.events.readonly");
  public static final Set<String> WRITE_EVENTS =
      Set.of(AUTH + "calendar", AUTH + "calendar.events");

  private GoogleScopes() {}

  static String meaning(String scope) {
    return MEANINGS.getOrDefault(scope, "Use " + scope);
  }

  static boolean email(Set<String> granted) {
    return granted.contains("email") || granted.contains(AUTH + "userinfo.email");
  }

  static boolean profile(Set<String> granted) {
    return granted.contains("profile") || granted.contains(AUTH + "userinfo.profile");
  }
}
