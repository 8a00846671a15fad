package dev.patchbay.host.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jwt.SignedJWT;
import dev.patchbay.host.egress.Sender;
import java.net.URI;
import java.util.List;

/**
 * Holds a token's signature against the keys that its issuer publishes. Nothing in the token's own
 * header says where a key is: only which of the published ones.
 */
final class IdTokenSignature {
  private final KeySets keys;
  private final URI keysUrl;
  private final Sender sender;

  IdTokenSignature(KeySets keys, URI keysUrl, Sender sender) {
    this.keys = keys;
    this.keysUrl = keysUrl;
    this.sender = sender;
  }

  void check(SignedJWT token) {
    var header = token.getHeader();
    requireAlgorithm(header);
    requireType(header);
    if (candidates(header).stream().noneMatch(key -> signed(token, key))) {
      throw IdTokens.refused("no published key of its issuer has signed it");
    }
  }

  private static void requireAlgorithm(JWSHeader header) {
    if (!JWSAlgorithm.Family.SIGNATURE.contains(header.getAlgorithm())) {
      throw IdTokens.refused("its algorithm is not one with a public key");
    }
  }

  /** A token for another purpose, such as a logout, may fit in all else. */
  private static void requireType(JWSHeader header) {
    if (header.getType() != null && !JOSEObjectType.JWT.equals(header.getType())) {
      throw IdTokens.refused("it is a token for another purpose");
    }
  }

  private List<JWK> candidates(JWSHeader header) {
    var selector = new JWKSelector(fitting(header));
    return selector.select(keys.of(keysUrl, sender, set -> holds(set, selector)));
  }

  private static boolean holds(JWKSet set, JWKSelector selector) {
    return !selector.select(set).isEmpty();
  }

  private static JWKMatcher fitting(JWSHeader header) {
    return new JWKMatcher.Builder()
        .keyType(KeyType.forAlgorithm(header.getAlgorithm()))
        .keyID(header.getKeyID())
        .keyUses(KeyUse.SIGNATURE, null)
        .algorithms(header.getAlgorithm(), null)
        .build();
  }

  private static boolean signed(SignedJWT token, JWK key) {
    try {
      var publicKey = ((AsymmetricJWK) key).toPublicKey();
      return token.verify(
          new DefaultJWSVerifierFactory().createJWSVerifier(token.getHeader(), publicKey));
    } catch (JOSEException e) {
      return false;
    }
  }
}
