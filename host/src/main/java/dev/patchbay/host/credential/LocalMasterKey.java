package dev.patchbay.host.credential;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import dev.patchbay.host.problem.StartupRefused;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A master key that the operator gives to the server as text. */
final class LocalMasterKey implements MasterKey {
  private static final int LENGTH = 32;
  private static final byte[] FINGERPRINT_PURPOSE = "patchbay master key".getBytes(UTF_8);

  private final byte[] bytes;

  private LocalMasterKey(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Reads the text of a key; the origin is named to the operator if it is none. */
  static MasterKey parse(String text, String origin) {
    byte[] bytes = decode(text.strip());
    if (bytes.length != LENGTH) {
      throw new StartupRefused(
          "The master key from " + origin + " is not the base64 of 32 bytes: give the right one.");
    }
    return new LocalMasterKey(bytes);
  }

  private static byte[] decode(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException notBase64) {
      return new byte[0];
    }
  }

  @Override
  public String fingerprint() {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(FINGERPRINT_PURPOSE), 0, 16);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JDK has no HmacSHA256", e);
    }
  }

  @Override
  @AccessesPartialKey
  public Aead aead() throws GeneralSecurityException {
    AeadConfig.register();
    AesGcmParameters parameters =
        AesGcmParameters.builder()
            .setKeySizeBytes(LENGTH)
            .setIvSizeBytes(12)
            .setTagSizeBytes(16)
            .setVariant(AesGcmParameters.Variant.NO_PREFIX)
            .build();
    AesGcmKey key =
        AesGcmKey.builder()
            .setParameters(parameters)
            .setKeyBytes(SecretBytes.copyFrom(bytes, InsecureSecretKeyAccess.get()))
            .build();
    return KeysetHandle.newBuilder()
        .addEntry(KeysetHandle.importKey(key).withRandomId().makePrimary())
        .build()
        .getPrimitive(RegistryConfiguration.get(), Aead.class);
  }

  @Override
  public String toString() {
    return "LocalMasterKey[" + fingerprint() + "]";
  }
}
