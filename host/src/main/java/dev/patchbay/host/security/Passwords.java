package dev.patchbay.host.security;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;
import java.util.Optional;

/**
 * Hashes and checks passwords with PBKDF2 at OWASP's strength. A name that does not exist costs as
 * much time as one that does, so that timing tells nobody which names exist.
 */
@Singleton
class Passwords {
  private static final Map<String, String> STRENGTH =
      Map.of(
          "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
          "Pbkdf2PasswordHash.Iterations", "210000",
          "Pbkdf2PasswordHash.SaltSizeBytes", "32",
          "Pbkdf2PasswordHash.KeySizeBytes", "32");

  private final Pbkdf2PasswordHash algorithm;
  private volatile String decoy;

  @Inject
  Passwords(Pbkdf2PasswordHash algorithm) {
    this.algorithm = algorithm;
    algorithm.initialize(STRENGTH);
  }

  String hash(String password) {
    return algorithm.generate(password.toCharArray());
  }

  boolean matches(String password, Optional<User> user) {
    boolean right =
        algorithm.verify(
            password.toCharArray(), user.map(User::passwordHash).orElseGet(this::decoy));
    return right && user.isPresent();
  }

  private String decoy() {
    if (decoy == null) {
      decoy = hash("nobody has this password");
    }
    return decoy;
  }
}
