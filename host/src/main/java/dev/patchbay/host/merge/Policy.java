package dev.patchbay.host.merge;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who wins where both sides edited the same field. */
public enum Policy {
  REMOTE_WINS,
  CRM_WINS,
  /** The service's modified time against our receipt time; promises agreement, not recency. */
  LATEST_WINS,
  /** A person decides; the service's value stands until then. */
  ASK;

  @JsonValue
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** As it is written in the API, also where a refusal lists what is possible. */
  @Override
  public String toString() {
    return text();
  }

  public static Optional<Policy> named(String text) {
    return Arrays.stream(values()).filter(policy -> policy.text().equals(text)).findFirst();
  }
}
