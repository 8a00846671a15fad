package dev.patchbay.host.credential;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import dev.patchbay.api.setting.Secret;
import dev.patchbay.host.problem.StartupRefused;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.security.GeneralSecurityException;

/**
 * Seals what must not be readable in the database or a backup of it. It opens once at start, under
 * a lock that all nodes share, and refuses to start over data that another key has sealed.
 */
@Singleton
public class Vault {
  private final MasterKeySource source;
  private final DataKeys dataKeys;
  private final EntityManager entities;
  private volatile Aead aead;

  @Inject
  Vault(MasterKeySource source, DataKeys dataKeys, EntityManager entities) {
    this.source = source;
    this.dataKeys = dataKeys;
    this.entities = entities;
  }

  /** Opens the vault; belongs into the transaction of the start, whose lock it takes. */
  public void unlock() {
    ServerState state =
        entities.find(ServerState.class, ServerState.ONLY, LockModeType.PESSIMISTIC_WRITE);
    MasterKey master = source.find().orElseThrow(() -> noKey(state));
    if (state.keyFingerprint().isEmpty()) {
      state.bindTo(master);
    } else if (!state.keyFingerprint().get().equals(master.fingerprint())) {
      throw wrongKey(state, master);
    }
    try {
      aead = dataKeys.open(master);
    } catch (GeneralSecurityException e) {
      throw new StartupRefused("The data key in the database is damaged: restore a backup.", e);
    }
  }

  /** Encrypts a secret for one place. */
  public byte[] seal(Place place, Secret secret) {
    try {
      return opened().encrypt(secret.reveal().getBytes(UTF_8), place.associatedData());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A secret could not be sealed for " + place, e);
    }
  }

  /** Decrypts what was sealed for this place; anything else does not open. */
  public Secret open(Place place, byte[] sealed) {
    try {
      return Secret.of(new String(opened().decrypt(sealed, place.associatedData()), UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("What is kept at " + place + " was not sealed for it", e);
    }
  }

  private Aead opened() {
    if (aead == null) {
      throw new IllegalStateException("The vault is not open yet");
    }
    return aead;
  }

  private StartupRefused noKey(ServerState state) {
    return new StartupRefused(
        state
            .keyFingerprint()
            .map(
                known ->
                    "The data is encrypted with the master key "
                        + known
                        + ", and there is no key in "
                        + source.description()
                        + ": put that key back.")
            .orElse("There is no master key in " + source.description() + ": give one."));
  }

  private static StartupRefused wrongKey(ServerState state, MasterKey master) {
    return new StartupRefused(
        "The data is encrypted with the master key "
            + state.keyFingerprint().orElseThrow()
            + ", but the given key is "
            + master.fingerprint()
            + ": give the key that belongs to this database.");
  }
}
