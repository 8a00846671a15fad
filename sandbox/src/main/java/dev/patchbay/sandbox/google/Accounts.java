package dev.patchbay.sandbox.google;

import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.state.State;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
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

  /** Adds an account; its subject follows from the address, as stable as Google's numbers. */
  public Account add(String email, String name) {
    Account account = new Account(subject(email), email, name);
    byEmail.put(email, account);
    state.put(PREFIX + email, account.document());
    return account;
  }

  private static String subject(String email) {
    BigInteger number = new BigInteger(1, email.getBytes(StandardCharsets.UTF_8));
    BigInteger twentyDigits = number.mod(BigInteger.TEN.pow(20));
    return "1" + "0".repeat(20 - twentyDigits.toString().length()) + twentyDigits;
  }
}
