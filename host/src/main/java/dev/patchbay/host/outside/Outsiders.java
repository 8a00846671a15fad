package dev.patchbay.host.outside;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.patchbay.host.caller.Caller;
import dev.patchbay.host.caller.CallerKind;
import dev.patchbay.host.caller.NotAdmitted;
import dev.patchbay.host.caller.OutsideCallers;
import dev.patchbay.host.caller.Roles;
import dev.patchbay.host.caller.Scope;
import dev.patchbay.host.openid.KeySets;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Lets in whom an outside issuer vouches for: as a program, in one tenant, with some scopes. */
@Singleton
public class Outsiders implements OutsideCallers {
  private final Issuers issuers;
  private final KeySets keys;
  private final Clock clock;

  @Inject
  Outsiders(Issuers issuers, KeySets keys, Clock clock) {
    this.issuers = issuers;
    this.keys = keys;
    this.clock = clock;
  }

  @Override
  public Admitted admit(String text) {
    SubjectToken token = SubjectToken.of(text, issuers);
    JWTClaimsSet claims = token.checked(keys, clock);
    try {
      return new Admitted(caller(token.issuer(), claims), claims.getExpirationTime().toInstant());
    } catch (ParseException e) {
      throw new NotAdmitted("one of its claims is of the wrong kind");
    }
  }

  @Override
  public Optional<Caller> stillGood(String subject, String name, String tenant, Set<Scope> scopes) {
    if (!subject.startsWith(PREFIX) || tenant == null) {
      return Optional.empty();
    }
    String issuer = subject.substring(PREFIX.length()).split(":", 2)[0];
    return issuers
        .named(issuer)
        .filter(one -> one.mayStill(tenant, scopes))
        .map(one -> outsider(tenant, subject, name, scopes));
  }

  private static Caller caller(Issuer issuer, JWTClaimsSet claims) throws ParseException {
    String organisation = claims.getStringClaim(issuer.tenantClaim());
    String tenant =
        Optional.ofNullable(organisation)
            .map(issuer.tenants()::get)
            .orElseThrow(
                () -> new NotAdmitted("its claim " + issuer.tenantClaim() + " names no tenant"));
    String subject = PREFIX + issuer.name() + ":" + claims.getSubject();
    return outsider(tenant, subject, claims.getSubject(), scopes(issuer, claims));
  }

  private static Set<Scope> scopes(Issuer issuer, JWTClaimsSet claims) throws ParseException {
    if (issuer.scopeClaim().isEmpty()) {
      return issuer.scopes();
    }
    Set<Scope> granted = Scope.of(texts(claims, issuer.scopeClaim().get()));
    return granted.stream().filter(issuer.scopes()::contains).collect(Collectors.toSet());
  }

  private static List<String> texts(JWTClaimsSet claims, String name) throws ParseException {
    Object claim = claims.getClaim(name);
    if (claim instanceof String text) {
      return List.of(text.split(" ", -1));
    }
    return Objects.requireNonNullElse(claims.getStringListClaim(name), List.of());
  }

  private static Caller outsider(String tenant, String subject, String name, Set<Scope> scopes) {
    return new Caller(tenant, subject, name, CallerKind.OUTSIDER, Set.of(Roles.CRM), scopes, 0);
  }
}
