package dev.patchbay.sandbox.google;

import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.state.State;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Who can sign in at the simulated Google. */
public final class Accounts {
  private static final String PREFIX = "google/account/";

  private final Map<String, Account> byEmail = new ConcurrentSkipListMap<>();
  private final State state;

  Accounts(State state) {
    this.state = state;
    state.each(
        PREFIX,
        (key, json) -> {
          Account account = Account.of(Json.trusted(json));
          byEmail.put(account.email(), account);
        });
  }

  public List<Account> all() {
    return List.copyOf(byEmail.values());
  }

  public Optional<Account> find(String email) {
    return Optional.ofNullable(byEmail.get(email));
  }

  public Account add(Account account) {
    byEmail.put(account.email(), account);
    state.put(PREFIX + account.email(), account.document());
    return account;
  }
}
