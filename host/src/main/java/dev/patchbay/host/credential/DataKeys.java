package dev.patchbay.host.credential;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import dev.patchbay.host.ids.Ids;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;

/** Opens the data key that the database keeps, and makes the first one. */
@Singleton
class DataKeys {
  private final EntityManager entities;
  private final Ids ids;
  private final Clock clock;

  @Inject
  DataKeys(EntityManager entities, Ids ids, Clock clock) {
    this.entities = entities;
    this.ids = ids;
    this.clock = clock;
  }

  /** Returns the cipher of the newest data key; runs under the lock of the server's row. */
  Aead open(MasterKey master) throws GeneralSecurityException {
    List<DataKey> newest =
        entities
            .createQuery("select k from DataKey k order by k.id desc", DataKey.class)
            .setMaxResults(1)
            .getResultList();
    DataKey key = newest.isEmpty() ? create(master) : newest.get(0);
    return TinkProtoKeysetFormat.parseEncryptedKeyset(
            key.keyset(), master.aead(), purpose(key.id()), RegistryConfiguration.get())
        .getPrimitive(RegistryConfiguration.get(), Aead.class);
  }

  private DataKey create(MasterKey master) throws GeneralSecurityException {
    String id = ids.next("dek");
    Aead aead = master.aead();
    KeysetHandle keyset =
        KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get());
    byte[] encrypted =
        TinkProtoKeysetFormat.serializeEncryptedKeyset(
            keyset, aead, purpose(id), RegistryConfiguration.get());
    DataKey key = new DataKey(id, encrypted, clock.instant());
    entities.persist(key);
    return key;
  }

  private static byte[] purpose(String id) {
    return ("data key " + id).getBytes(UTF_8);
  }
}
