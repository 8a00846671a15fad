package dev.patchbay.host.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.patchbay.api.setting.Secret;
import dev.patchbay.host.credential.Place;
import dev.patchbay.host.credential.Vault;
import dev.patchbay.host.ids.Ids;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.text.ParseException;
import java.time.Clock;
import java.util.List;

/** Keeps the token-signing keys in the vault: the newest signs, all of them verify. */
@Singleton
public class SigningKeys {
  private static final int BITS = 2048;

  private final EntityManager entities;
  private final Vault vault;
  private final Ids ids;
  private final Clock clock;
  private volatile RSAKey signer;

  @Inject
  SigningKeys(EntityManager entities, Vault vault, Ids ids, Clock clock) {
    this.entities = entities;
    this.vault = vault;
    this.ids = ids;
    this.clock = clock;
  }

  /** Makes the first key if there is none; belongs into the transaction of the start. */
  public void prepare() {
    if (stored().isEmpty()) {
      create();
    }
    entities.flush();
    signer = open(stored().get(0));
  }

  /** Returns the key that signs, private half included. */
  RSAKey signer() {
    if (signer == null) {
      throw new IllegalStateException("The signing keys are not prepared yet");
    }
    return signer;
  }

  /** Returns the public halves, as {@code /jwks} tells them. */
  JWKSet published() {
    return new JWKSet(
        stored().stream().map(key -> (JWK) parse(key.publicKey()).toPublicJWK()).toList());
  }

  private void create() {
    String id = ids.next("sig");
    RSAKey pair = generate(id);
    byte[] sealed = vault.seal(place(id), Secret.of(pair.toJSONString()));
    entities.persist(
        new SigningKey(id, pair.toPublicJWK().toJSONString(), sealed, clock.instant()));
  }

  private RSAKey open(SigningKey key) {
    return parse(vault.open(place(key.id()), key.sealedPrivateKey()).reveal());
  }

  private List<SigningKey> stored() {
    return entities
        .createQuery("select k from SigningKey k order by k.id desc", SigningKey.class)
        .getResultList();
  }

  private static Place place(String id) {
    return new Place(Place.SERVER, "signing_key", id, "sealed_private_key");
  }

  private static RSAKey generate(String id) {
    try {
      return new RSAKeyGenerator(BITS)
          .keyID(id)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256)
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("This JDK cannot make an RSA key", e);
    }
  }

  private static RSAKey parse(String json) {
    try {
      return RSAKey.parse(json);
    } catch (ParseException e) {
      throw new IllegalStateException("A stored signing key is damaged", e);
    }
  }
}
