package dev.patchbay.console.twoway;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** A field that both sides edited. A side that removed it has no value. */
record Conflict(
    String id,
    String type,
    String recordId,
    String title,
    String path,
    String policy,
    String winner,
    JsonNode crm,
    JsonNode service,
    Instant noticedAt,
    Instant decidedAt,
    String decidedBy) {

  String record() {
    return Optional.ofNullable(title).orElse(recordId);
  }

  boolean isOpen() {
    return "open".equals(winner);
  }

  boolean isOf(Side side) {
    return side.text().equals(winner);
  }

  /** Who said so: a person, or the policy that held. */
  String decider() {
    return decidedBy == null ? "decided by the policy " + policy : "decided by a person";
  }

  /** Whose edit stands. */
  enum Side {
    CRM("Your CRM"),
    SERVICE("The service");

    private final String label;

    Side(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }

    String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    JsonNode of(Conflict conflict) {
      return this == CRM ? conflict.crm : conflict.service;
    }
  }
}
