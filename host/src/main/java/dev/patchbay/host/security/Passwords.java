package dev.patchbay.host.security;

import dev.patchbay.api.setting.Secret;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;
import java.util.Optional;

/**
 * Hashes and checks passwords with PBKDF2 at OWASP's strength or above. A name that does not exist
 * costs as much time as one that does, so that timing tells nobody which names exist. A hash says
 * how it was made, so that the strength can rise from one version to the next.
 */
@Singleton
class Passwords {
  private static final String ALGORITHM = "PBKDF2WithHmacSHA512";
  private static final int ITERATIONS = 220_000;
  private static final Map<String, String> STRENGTH =
      Map.of(
          "Pbkdf2PasswordHash.Algorithm",
          ALGORITHM,
          "Pbkdf2PasswordHash.Iterations",
          String.valueOf(ITERATIONS),
          "Pbkdf2PasswordHash.SaltSizeBytes",
          "32",
          "Pbkdf2PasswordHash.KeySizeBytes",
          "32");

  private final Pbkdf2PasswordHash algorithm;
  private volatile String decoy;

  @Inject
  Passwords(Pbkdf2PasswordHash algorithm) {
    this.algorithm = algorithm;
    algorithm.initialize(STRENGTH);
  }

  String hash(Secret password) {
    return algorithm.generate(password.reveal().toCharArray());
  }

  boolean matches(Secret password, Optional<User> user) {
    Optional<String> own = user.flatMap(User::passwordHash);
    String hash = own.orElseGet(this::decoy);
    return algorithm.verify(password.reveal().toCharArray(), hash) && own.isPresent();
  }

  /**
   * Whether a hash is weaker than a new one would be; its form is algorithm:iterations:salt:key.
   */
  static boolean isWeak(String hash) {
    String[] parts = hash.split(":", -1);
    return !parts[0].equals(ALGORITHM) || Integer.parseInt(parts[1]) < ITERATIONS;
  }

  private String decoy() {
    if (decoy == null) {
      decoy = hash(Secret.of(RandomText.password()));
    }
    return decoy;
  }
}
