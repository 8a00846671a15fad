package dev.patchbay.system;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** All tokens that grew from one consent, and how often more were asked for. */
final class TokenFamily {
  private static final int LIFETIME_SECONDS = 3_599;

  private final String account;
  private int latest;
  private int calls;
  private boolean ended;
  private boolean revoked;
  private volatile CountDownLatch held = new CountDownLatch(0);
  private volatile CountDownLatch answered = new CountDownLatch(1);

  TokenFamily(String account) {
    this.account = account;
  }

  static String accountOf(String token) {
    return token.substring(0, token.indexOf('~'));
  }

  String account() {
    return account;
  }

  /** A person consents, for the first time or again. */
  synchronized Map<String, Object> begin() {
    revoked = false;
    return next();
  }

  /** The next tokens for this refresh token, once it may be answered. */
  Optional<Map<String, Object>> renew(String refreshToken) {
    Optional<Map<String, Object>> renewed = spend(refreshToken);
    await(held);
    return renewed;
  }

  private synchronized Optional<Map<String, Object>> spend(String refreshToken) {
    calls++;
    revoked = revoked || !refreshToken.equals(account + "~refresh-" + latest);
    return revoked ? Optional.empty() : Optional.of(next());
  }

  private Map<String, Object> next() {
    latest++;
    ended = false;
    return Map.of(
        "access_token",
        account + "~access-" + latest,
        "refresh_token",
        account + "~refresh-" + latest,
        "expires_in",
        LIFETIME_SECONDS,
        "token_type",
        "Bearer",
        "scope",
        "openid email https://www.googleapis.com/auth/calendar.readonly");
  }

  synchronized boolean accepts(String accessToken) {
    return !revoked && !ended && accessToken.equals(account + "~access-" + latest);
  }

  /** Ends the access token before its time. */
  synchronized void endAccessToken() {
    ended = true;
  }

  /** Spends refresh tokens from now on, and keeps the answers back. */
  void hold() {
    held = new CountDownLatch(1);
    answered = new CountDownLatch(1);
  }

  void release() {
    held.countDown();
  }

  void answered() {
    answered.countDown();
  }

  void awaitAnswered() {
    await(answered);
  }

  /** How often a refresh token was presented. */
  synchronized int calls() {
    return calls;
  }

  /** Whether a refresh token came a second time. */
  synchronized boolean isRevoked() {
    return revoked;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
