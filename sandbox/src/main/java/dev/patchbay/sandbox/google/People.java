package dev.patchbay.sandbox.google;

import java.util.List;

/** The fictional people of the sandbox; their domain is reserved and leads nowhere. */
final class People {
  static final List<Account> ALL =
      List.of(
          Account.of("ada@sandbox.example", "Ada Lovelace"),
          Account.of("jonas@sandbox.example", "Jonas Brückner"),
          Account.of("mei@sandbox.example", "Mei Tanaka"));

  private People() {}
}
