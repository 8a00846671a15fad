package dev.patchbay.sandbox.google;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Json;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/** A fictional person with an account at the simulated Google. */
public record Account(String subject, String email, String name) {
  /** A new account; its subject follows from the address, as long as Google's numbers. */
  static Account of(String email, String name) {
    BigInteger number = new BigInteger(1, email.getBytes(StandardCharsets.UTF_8));
    BigInteger twentyDigits = number.mod(BigInteger.TEN.pow(20));
    String padding = "0".repeat(20 - twentyDigits.toString().length());
    return new Account("1" + padding + twentyDigits, email, name);
  }

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
