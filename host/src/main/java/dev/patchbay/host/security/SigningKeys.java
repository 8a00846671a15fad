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
import dev.patchbay.host.persistence.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps the token-signing keys in the vault. A new one is published at once and signs only when
 * everybody who verifies tokens has had the time to fetch it; an old one is published until the
 * last token that it signed has ended. So no token is ever refused for its key.
 */
@Singleton
public class SigningKeys {
  private static final int BITS = 2048;
  private static final Duration BELIEVED = Duration.ofSeconds(30);

  /** Longer than any token lives. */
  static final Duration OVERLAP = Duration.ofHours(9);

  private final EntityManager entities;
  private final Vault vault;
  private final Transactions transactions;
  private final Ids ids;
  private final Clock clock;
  private final Duration lead;
  private volatile Signer known;

  @Inject
  SigningKeys(
      EntityManager entities,
      Vault vault,
      Transactions transactions,
      Ids ids,
      Clock clock,
      @ConfigProperty(name = "patchbay.signing-keys.lead", defaultValue = "PT10M") Duration lead) {
    this.entities = entities;
    this.vault = vault;
    this.transactions = transactions;
    this.ids = ids;
    this.clock = clock;
    this.lead = lead;
  }

  /** Makes the first key if there is none; belongs into the transaction of the start. */
  public void prepare() {
    if (stored().isEmpty()) {
      create();
    }
    entities.flush();
    known = chosen();
  }

  /** Makes a key that will sign after a while; needs a transaction. */
  public void rotate() {
    create();
    entities.flush();
  }

  /** Forgets the keys whose last token has ended. */
  public void forgetOld() {
    transactions.runAlone(
        () -> {
          List<SigningKey> keys = stored();
          for (int i = 1; i < keys.size(); i++) {
            if (signs(keys.get(i - 1), clock.instant().minus(OVERLAP))) {
              entities.remove(keys.get(i));
            }
          }
        });
  }

  /** Returns the key that signs, private half included. */
  RSAKey signer() {
    Signer signer = known;
    if (signer == null) {
      throw new IllegalStateException("The signing keys are not prepared yet");
    }
    if (clock.instant().isAfter(signer.chosenAt().plus(refresh()))) {
      signer = transactions.callAlone(this::chosen);
      known = signer;
    }
    return signer.key();
  }

  /** Returns the public halves, as {@code /jwks} tells them. */
  JWKSet published() {
    return new JWKSet(
        stored().stream().map(key -> (JWK) parse(key.publicKey()).toPublicJWK()).toList());
  }

  /** Returns how long others may go on with what they were told of the keys. */
  Duration mayBeKept() {
    return lead.dividedBy(2);
  }

  private Duration refresh() {
    return lead.compareTo(BELIEVED) < 0 ? lead : BELIEVED;
  }

  private Signer chosen() {
    Instant now = clock.instant();
    List<SigningKey> keys = stored();
    Optional<SigningKey> signing = keys.stream().filter(key -> signs(key, now)).findFirst();
    return new Signer(open(signing.orElseGet(() -> keys.get(keys.size() - 1))), now);
  }

  private boolean signs(SigningKey key, Instant now) {
    return !now.isBefore(key.createdAt().plus(lead));
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

  private record Signer(RSAKey key, Instant chosenAt) {
    @Override
    public String toString() {
      return "Signer[" + key.getKeyID() + "]";
    }
  }
}
