package dev.patchbay.console.signin;

import java.util.Map;

/** What a person is told whom their provider sent in vain, by the host's word for the reason. */
final class Refusal {
  private static final String ELSE = "You could not be signed in. Please try again.";
  private static final Map<String, String> WORDS =
      Map.of(
          "organisation", "No single sign-on is set up for this organisation.",
          "visit", "This sign-in did not begin in this browser. Please try again.",
          "expired", "The sign-in took too long. Please try again.",
          "declined", "You declined. Nobody was signed in.",
          "provider",
              "Your provider did not answer as it should. An admin finds more in the audit.",
          "email", "Your e-mail address is not one of those that are let in here.",
          "role", "Your provider gives you no role here. Ask your admin for access.",
          "person", "You have no account here yet. Ask your admin to let you in.",
          "name", "There is a user of your name already. Ask your admin to link it to you.",
          "disabled", "Your account is shut out. Ask your admin.");

  private Refusal() {}

  static String words(String reason) {
    return reason.equals("server-admin")
        ? "Server admins sign in with their password."
        : WORDS.getOrDefault(reason, ELSE);
  }
}
