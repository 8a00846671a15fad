package dev.patchbay.console.twoway;

import java.util.List;

/** Who wins where both sides edited the same field, in the admin's words. */
enum Policy {
  LATEST_WINS(
      "latest-wins",
      "The later edit wins",
      "The service's time of change against our time of receipt. A deletion never undoes an edit."),
  CRM_WINS(
      "crm-wins",
      "Your CRM wins",
      "The CRM's value goes to the service. What the CRM deletes is deleted there."),
  REMOTE_WINS(
      "remote-wins",
      "The service wins",
      "The service's value stays. What is deleted there is deleted here."),
  ASK(
      "ask",
      "Ask a person",
      "Both values wait under Conflicts; until somebody decides, the service's stands.");

  private final String text;
  private final String label;
  private final String help;

  Policy(String text, String label, String help) {
    this.text = text;
    this.label = label;
    this.help = help;
  }

  /** As the host calls it. */
  String text() {
    return text;
  }

  String label() {
    return label;
  }

  String help() {
    return help;
  }

  static Policy named(String text) {
    return List.of(values()).stream()
        .filter(one -> one.text.equals(text))
        .findFirst()
        .orElse(LATEST_WINS);
  }
}
