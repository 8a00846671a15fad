package dev.patchbay.host.credential;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import dev.patchbay.host.ids.Ids;
import dev.patchbay.host.persistence.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Opens the data keys that the database keeps, and makes new ones. The newest seals. */
@Singleton
class DataKeys {
  private static final byte TINK = 1;

  private final EntityManager entities;
  private final Transactions transactions;
  private final Ids ids;
  private final Clock clock;

  @Inject
  DataKeys(EntityManager entities, Transactions transactions, Ids ids, Clock clock) {
    this.entities = entities;
    this.transactions = transactions;
    this.ids = ids;
    this.clock = clock;
  }

  /** Returns all keys, and makes the first; for that it runs under the lock of the server's row. */
  KeyRing open(MasterKey master) throws GeneralSecurityException {
    if (stored().isEmpty()) {
      add(master);
    }
    return ring(master);
  }

  private KeyRing ring(MasterKey master) throws GeneralSecurityException {
    AeadConfig.register();
    Instant now = clock.instant();
    List<DataKey> stored = stored();
    Map<ByteBuffer, Aead> keys = new HashMap<>();
    Aead aead = master.aead();
    for (DataKey key : stored) {
      KeysetHandle keyset = unwrapped(key, aead);
      keys.put(
          ByteBuffer.wrap(mark(keyset)),
          keyset.getPrimitive(RegistryConfiguration.get(), Aead.class));
    }
    DataKey newest = stored.get(0);
    return new KeyRing(mark(unwrapped(newest, aead)), newest.id(), keys, now);
  }

  /** Returns all keys that are committed: one whose maker may still roll back must seal nothing. */
  KeyRing committed(MasterKeySource source) throws GeneralSecurityException {
    return transactions.<KeyRing, GeneralSecurityException>callAlone(
        () -> ring(new RightKey(source, fingerprint()).find()));
  }

  /** Returns the id of the committed key that seals now. */
  String newest() {
    return transactions.callAlone(
        () ->
            entities
                .createQuery("select k.id from DataKey k order by k.generation desc", String.class)
                .setMaxResults(1)
                .getSingleResult());
  }

  private Optional<String> fingerprint() {
    return Optional.ofNullable(
        entities
            .createQuery("select s.keyFingerprint from ServerState s", String.class)
            .getSingleResult());
  }

  Instant now() {
    return clock.instant();
  }

  /** Makes a key that seals from now on; the caller holds the server's row. */
  void add(MasterKey master) throws GeneralSecurityException {
    AeadConfig.register();
    String id = ids.next("dek");
    KeysetHandle keyset =
        KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get());
    int generation = 1 + stored().stream().mapToInt(DataKey::generation).max().orElse(0);
    entities.persist(
        new DataKey(id, generation, wrapped(keyset, id, master.aead()), clock.instant()));
    entities.flush();
  }

  /** Encrypts every data key with another master key. */
  void rewrap(MasterKey from, MasterKey to) throws GeneralSecurityException {
    Aead old = from.aead();
    Aead fresh = to.aead();
    for (DataKey key : stored()) {
      key.keep(wrapped(unwrapped(key, old), key.id(), fresh));
    }
    entities.flush();
  }

  /** Notes that nothing is left under the keys that are older than the newest. */
  void retireOlder() {
    stored().stream().skip(1).forEach(key -> key.retire(clock.instant()));
    entities.flush();
  }

  /** Returns those that were retired before an instant, by their marks. */
  Map<String, byte[]> retiredBefore(Instant limit, MasterKey master)
      throws GeneralSecurityException {
    Map<String, byte[]> marks = new HashMap<>();
    Aead aead = master.aead();
    for (DataKey key : stored()) {
      if (key.isRetiredBefore(limit)) {
        marks.put(key.id(), mark(unwrapped(key, aead)));
      }
    }
    return marks;
  }

  void destroy(String id) {
    entities
        .createQuery("delete from DataKey k where k.id = :id")
        .setParameter("id", id)
        .executeUpdate();
  }

  private List<DataKey> stored() {
    return entities
        .createQuery("select k from DataKey k order by k.generation desc", DataKey.class)
        .getResultList();
  }

  private static byte[] wrapped(KeysetHandle keyset, String id, Aead master)
      throws GeneralSecurityException {
    return TinkProtoKeysetFormat.serializeEncryptedKeyset(
        keyset, master, purpose(id), RegistryConfiguration.get());
  }

  private static KeysetHandle unwrapped(DataKey key, Aead master) throws GeneralSecurityException {
    return TinkProtoKeysetFormat.parseEncryptedKeyset(
        key.keyset(), master, purpose(key.id()), RegistryConfiguration.get());
  }

  private static byte[] mark(KeysetHandle keyset) {
    return ByteBuffer.allocate(KeyRing.MARK_LENGTH)
        .put(TINK)
        .putInt(keyset.getPrimary().getId())
        .array();
  }

  private static byte[] purpose(String id) {
    return ("data key " + id).getBytes(UTF_8);
  }
}
