package dev.patchbay.sandbox.google;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Json;

/** A fictional person with an account at the simulated Google. */
public record Account(String subject, String email, String name) {
  public String givenName() {
    int space = name.indexOf(' ');
    return space < 0 ? name : name.substring(0, space);
  }

  public String familyName() {
    return name.substring(Math.min(name.length(), givenName().length() + 1));
  }

  public ObjectNode document() {
    return Json.object().put("subject", subject).put("email", email).put("name", name);
  }

  static Account of(ObjectNode node) {
    return new Account(
        node.get("subject").asText(), node.get("email").asText(), node.get("name").asText());
  }
}
