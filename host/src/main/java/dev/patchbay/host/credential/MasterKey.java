package dev.patchbay.host.credential;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;

/**
 * The one key that is not in the database. It encrypts data keys and nothing else, so that it is
 * asked seldom: a key that never leaves its management service answers just as well.
 */
public interface MasterKey {

  /** Returns what tells this key from another without telling the key; at most 64 characters. */
  String fingerprint();

  /**
   * Returns what encrypts and decrypts with the key, here or in its management service.
   *
   * <p>What it encrypts is short, and bound to its purpose by the associated data.
   *
   * @throws GeneralSecurityException if the key cannot be used
   * @throws dev.patchbay.host.problem.StartupRefused if its service cannot be reached; so may what
   *     is returned
   */
  Aead aead() throws GeneralSecurityException;
}
