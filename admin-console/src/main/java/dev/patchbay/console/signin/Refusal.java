package dev.patchbay.console.signin;

import java.util.Map;

/** What a person is told whom their provider sent in vain, by the host's word for the reason. */
final class Refusal {
  private static final String ELSE = "You could not be signed in. Please try again.";
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("organisation", "No single sign-on is set up for this organisation."),
          Map.entry("visit", "This sign-in did not begin in this browser. Please try again."),
          Map.entry(
              "busy", "Many sign-ins have begun where you are. Please try again in a minute."),
          Map.entry("expired", "The sign-in took too long. Please try again."),
          Map.entry("declined", "You declined. Nobody was signed in."),
          Map.entry(
              "provider",
              "Your provider did not answer as it should. An admin finds more in the audit."),
          Map.entry("email", "Your e-mail address is not one of those that are let in here."),
          Map.entry("role", "Your provider gives you no role here. Ask your admin for access."),
          Map.entry("person", "You have no account here yet. Ask your admin to let you in."),
          Map.entry(
              "name", "There is a user of your name already. Ask your admin to link it to you."),
          Map.entry("disabled", "Your account is shut out. Ask your admin."),
          Map.entry("server-admin", "Server admins sign in with their password."));

  private Refusal() {}

  static String words(String reason) {
    return WORDS.getOrDefault(reason, ELSE);
  }
}
