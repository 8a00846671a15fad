package dev.patchbay.host.credential;

import com.google.crypto.tink.Aead;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * The data keys as a node knows them at a moment. Each sealed value begins with the mark of its
 * key, by which the key is found, and by which values under an older key are found too.
 */
final class KeyRing {
  /** Tink's version byte and four bytes that name the key. */
  static final int MARK_LENGTH = 5;

  private final byte[] mark;
  private final String newest;
  private final Map<ByteBuffer, Aead> keys;
  private final Instant readAt;

  /**
   * @param mark that of the key that seals
   * @param newest the id of the key that seals
   */
  KeyRing(byte[] mark, String newest, Map<ByteBuffer, Aead> keys, Instant readAt) {
    this.mark = mark.clone();
    this.newest = newest;
    this.keys = Map.copyOf(keys);
    this.readAt = readAt;
  }

  Aead sealing() {
    return keys.get(ByteBuffer.wrap(mark));
  }

  Optional<Aead> opening(byte[] sealed) {
    return Optional.ofNullable(keys.get(ByteBuffer.wrap(markOf(sealed))));
  }

  /** Returns the same keys, found to be still the newest. */
  KeyRing at(Instant now) {
    return new KeyRing(mark, newest, keys, now);
  }

  byte[] mark() {
    return mark.clone();
  }

  String newest() {
    return newest;
  }

  Instant readAt() {
    return readAt;
  }

  static byte[] markOf(byte[] sealed) {
    return Arrays.copyOf(sealed, MARK_LENGTH);
  }
}
