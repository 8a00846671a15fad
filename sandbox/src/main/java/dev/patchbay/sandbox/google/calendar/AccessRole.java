package dev.patchbay.sandbox.google.calendar;

import java.util.Arrays;
import java.util.Optional;

/** What an account may do with a calendar, from least to most. */
public enum AccessRole {
  FREE_BUSY_READER("freeBusyReader"),
  READER("reader"),
  WRITER("writer"),
  OWNER("owner");

  private final String wireName;

  AccessRole(String wireName) {
    this.wireName = wireName;
  }

  public String wireName() {
    return wireName;
  }

  public boolean writes() {
    return compareTo(WRITER) >= 0;
  }

  public static Optional<AccessRole> of(String wireName) {
    return Arrays.stream(values()).filter(role -> role.wireName.equals(wireName)).findFirst();
  }
}
