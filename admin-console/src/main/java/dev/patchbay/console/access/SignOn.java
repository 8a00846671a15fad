package dev.patchbay.console.access;

import java.util.List;
import java.util.Map;

/** How the people of an organisation sign in with their own provider, as the host tells it. */
record SignOn(
    String issuer,
    String clientId,
    String label,
    List<String> scopes,
    String roleClaim,
    Map<String, String> roles,
    String defaultRole,
    List<String> emailDomains,
    boolean createsUsers,
    boolean passwords) {

  /** What stands in the form before anything is set up. */
  static final SignOn NONE =
      new SignOn(
          "",
          "",
          "",
          List.of("openid", "email", "profile"),
          "",
          Map.of(),
          null,
          List.of(),
          true,
          true);

  SignOn {
    label = label == null ? "" : label;
    scopes = scopes == null ? List.of() : List.copyOf(scopes);
    roles = roles == null ? Map.of() : Map.copyOf(roles);
    emailDomains = emailDomains == null ? List.of() : List.copyOf(emailDomains);
  }

  boolean isSetUp() {
    return !issuer.isEmpty();
  }
}
