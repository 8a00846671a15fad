package dev.patchbay.host.security;

import dev.patchbay.host.caller.Caller;
import dev.patchbay.host.persistence.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Says who a token's subject is now. What it heard from the database it believes for three seconds,
 * so that a deleted key stops within five on every node without a query per request.
 */
@Singleton
class Subjects {
  static final Duration BELIEVED = Duration.ofSeconds(3);
  private static final int MOST = 10_000;

  private final Users users;
  private final ApiKeys apiKeys;
  private final Transactions transactions;
  private final Clock clock;
  private final Map<String, Answer> heard = new ConcurrentHashMap<>();

  @Inject
  Subjects(Users users, ApiKeys apiKeys, Transactions transactions, Clock clock) {
    this.users = users;
    this.apiKeys = apiKeys;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Returns the subject as it is now, or nothing if it was deleted. */
  Optional<Caller> find(String id) {
    Answer answer = heard.get(id);
    if (answer == null || !clock.instant().isBefore(answer.until())) {
      answer = new Answer(load(id), clock.instant().plus(BELIEVED));
      makeRoom();
      heard.put(id, answer);
    }
    return answer.caller();
  }

  /** Makes this node ask again at once; other nodes do so when their belief ends. */
  void forget(String id) {
    heard.remove(id);
  }

  private Optional<Caller> load(String id) {
    return transactions.call(
        () ->
            id.startsWith(User.PREFIX + "_")
                ? users.ofToken(id).map(User::caller)
                : apiKeys.ofToken(id).map(ApiKey::caller));
  }

  private void makeRoom() {
    if (heard.size() >= MOST) {
      Instant now = clock.instant();
      heard.values().removeIf(answer -> !now.isBefore(answer.until()));
    }
  }

  private record Answer(Optional<Caller> caller, Instant until) {}
}
