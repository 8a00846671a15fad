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
import java.time.Duration;

/**
 * Seals what must not be readable in the database or a backup of it. It opens once at start, under
 * a lock that all nodes share, and refuses to start over data that another key has sealed. Other
 * nodes may rotate the keys at any time: it looks for newer ones as often as {@link #BELIEVED}
 * says, and at once when something was sealed with a key that it does not know.
 */
@Singleton
public class Vault {
  /** How long a node may go on sealing with a key after another one was made. */
  public static final Duration BELIEVED = Duration.ofSeconds(5);

  private final MasterKeySource source;
  private final DataKeys dataKeys;
  private final EntityManager entities;
  private volatile KeyRing ring;

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
    MasterKey master = new RightKey(source, state.keyFingerprint()).find();
    if (state.keyFingerprint().isEmpty()) {
      state.bindTo(master);
    }
    try {
      ring = dataKeys.open(master);
    } catch (GeneralSecurityException e) {
      throw new StartupRefused("The data key in the database is damaged: restore a backup.", e);
    }
  }

  /** Encrypts a secret for one place. */
  public byte[] seal(Place place, Secret secret) {
    try {
      return fresh().sealing().encrypt(secret.reveal().getBytes(UTF_8), place.associatedData());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A secret could not be sealed for " + place, e);
    }
  }

  /** Decrypts what was sealed for this place; anything else does not open. */
  public Secret open(Place place, byte[] sealed) {
    try {
      return Secret.of(new String(key(sealed).decrypt(sealed, place.associatedData()), UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("What is kept at " + place + " was not sealed for it", e);
    }
  }

  /** Returns with what each value begins that was sealed with the newest key. */
  public byte[] mark() {
    return fresh().mark();
  }

  private Aead key(byte[] sealed) throws GeneralSecurityException {
    KeyRing known = opened();
    return known
        .opening(sealed)
        .or(() -> reread().opening(sealed))
        .orElseThrow(() -> new GeneralSecurityException("No data key has sealed this"));
  }

  private KeyRing fresh() {
    KeyRing known = opened();
    if (dataKeys.now().isBefore(known.readAt().plus(BELIEVED))) {
      return known;
    }
    return known.newest().equals(dataKeys.newest()) ? believe(known.at(dataKeys.now())) : reread();
  }

  private KeyRing believe(KeyRing read) {
    ring = read;
    return read;
  }

  private KeyRing reread() {
    try {
      return believe(dataKeys.committed(source));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The data keys in the database do not open", e);
    }
  }

  private KeyRing opened() {
    if (ring == null) {
      throw new IllegalStateException("The vault is not open yet");
    }
    return ring;
  }
}
