package dev.patchbay.host.credential;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where master keys come from. {@link GivenMasterKeys} is what the server has; a build for a key
 * management service adds a bean that is an enabled alternative to it, and whose keys need not be
 * readable: only {@link MasterKey#aead()} is asked of them.
 */
public interface MasterKeySource {

  /** Returns the key, or nothing where there is none. */
  Optional<MasterKey> find();

  /** Returns the key that the operator wants to have in its place, if there is one. */
  Optional<MasterKey> findNew();

  /** Names the place where a key was looked for. */
  String description();

  /** Names the place where a new key was looked for. */
  String newDescription();

  /** Returns the key with this fingerprint, whether it is the old or the new one. */
  default Optional<MasterKey> find(String fingerprint) {
    return Stream.of(find(), findNew())
        .flatMap(Optional::stream)
        .filter(key -> key.fingerprint().equals(fingerprint))
        .findFirst();
  }
}
