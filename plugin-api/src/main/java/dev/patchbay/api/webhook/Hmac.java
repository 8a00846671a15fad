package dev.patchbay.api.webhook;

import dev.patchbay.api.setting.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keyed hash (RFC 2104) by which most services sign what they send. Signatures are compared in
 * constant time, and one that is no such text at all does not match. Immutable, safe for use by
 * several threads.
 *
 * <pre>{@code
 * Hmac.sha256(signingSecret).matchesHex(presented, "v0:" + timestamp + ":", request.body())
 * }</pre>
 *
 * @since 1
 */
public final class Hmac {

  private final String algorithm;
  private final byte[] key;

  private Hmac(String algorithm, byte[] key) {
    if (key.length == 0) {
      throw new IllegalArgumentException("An empty key signs nothing");
    }
    this.algorithm = algorithm;
    this.key = key;
  }

  /**
   * With SHA-256.
   *
   * @param key its UTF-8 bytes are the key; must not be empty
   */
  public static Hmac sha256(Secret key) {
    return new Hmac("HmacSHA256", key.reveal().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * With SHA-256 and a key that is no text.
   *
   * @param key copied; must not be empty
   */
  public static Hmac sha256(byte[] key) {
    return new Hmac("HmacSHA256", key.clone());
  }

  /**
   * With SHA-1, for the services that still sign so.
   *
   * @param key its UTF-8 bytes are the key; must not be empty
   */
  public static Hmac sha1(Secret key) {
    return new Hmac("HmacSHA1", key.reveal().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Whether a signature in hexadecimal, in any case, is the one of a text followed by bytes.
   *
   * @param presented the signature without any prefix such as {@code v0=}
   * @param prefix what is signed before the body, in UTF-8; may be empty
   * @param body the raw body
   */
  public boolean matchesHex(String presented, String prefix, byte[] body) {
    try {
      return MessageDigest.isEqual(of(prefix, body), HexFormat.of().parseHex(presented));
    } catch (IllegalArgumentException notHexadecimal) {
      return false;
    }
  }

  /** The same for a signature in Base64 (RFC 4648, section 4). */
  public boolean matchesBase64(String presented, String prefix, byte[] body) {
    try {
      return MessageDigest.isEqual(of(prefix, body), Base64.getDecoder().decode(presented));
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }

  /**
   * The hash of a text in UTF-8 followed by bytes. To check a signature use what compares in
   * constant time.
   */
  public byte[] of(String prefix, byte[] body) {
    Objects.requireNonNull(body, "body");
    try {
      var mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key, algorithm));
      mac.update(prefix.getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has " + algorithm, e);
    }
  }

  @Override
  public String toString() {
    return "Hmac[" + algorithm + "]";
  }
}
