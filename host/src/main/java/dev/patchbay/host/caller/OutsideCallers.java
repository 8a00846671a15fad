package dev.patchbay.host.caller;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Those whom an outside issuer vouches for, as sign-in asks for them. */
public interface OutsideCallers {
  /** How the id of such a caller begins; the issuer's name follows, then the subject there. */
  String PREFIX = "out:";

  /**
   * @param token a JWT of one of the configured issuers
   * @throws NotAdmitted if it is not, or names no tenant that its issuer may speak for
   */
  Admitted admit(String token);

  /** Whether the configuration still lets such a caller in; a removed issuer ends its tokens. */
  Optional<Caller> stillGood(String subject, String name, String tenant, Set<Scope> scopes);

  /**
   * Somebody let in.
   *
   * @param until when the outside token ends; ours must not outlive it
   */
  record Admitted(Caller caller, Instant until) {}
}
