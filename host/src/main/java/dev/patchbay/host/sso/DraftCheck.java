package dev.patchbay.host.sso;

import dev.patchbay.host.caller.Roles;
import dev.patchbay.host.egress.HostPattern;
import dev.patchbay.host.problem.FieldError;
import dev.patchbay.host.problem.ProblemException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What can be told of a draft without asking its provider; all of it at once. */
final class DraftCheck {
  private static final Set<String> GIVEN = Set.of(Roles.ADMIN, Roles.EDITOR, Roles.VIEWER);

  private final ProviderDraft draft;
  private final List<FieldError> errors = new ArrayList<>();

  private DraftCheck(ProviderDraft draft) {
    this.draft = draft;
  }

  /** Refuses a draft with everything that is wrong about it (422). */
  static void require(ProviderDraft draft) {
    var check = new DraftCheck(draft);
    check.issuer();
    check.scopes();
    check.roles();
    check.people();
    if (!check.errors.isEmpty()) {
      throw ProblemException.invalid(check.errors);
    }
  }

  private void issuer() {
    if (draft.issuer().contains("/.well-known/")) {
      refuse("issuer", "must be what stands before /.well-known/openid-configuration");
    } else if (!isIssuer(draft.issuer())) {
      refuse("issuer", "must be an address such as https://login.example.com");
    }
  }

  private static boolean isIssuer(String text) {
    try {
      var address = new URI(text);
      return "https".equals(address.getScheme())
          && address.getHost() != null
          && HostPattern.isHost(address.getHost())
          && address.getRawUserInfo() == null
          && address.getRawQuery() == null
          && address.getRawFragment() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private void scopes() {
    if (draft.scopes().stream().anyMatch(scope -> !scope.matches("[!#-\\[\\]-~]{1,100}"))) {
      refuse("scopes", "must be words of RFC 6749, section 3.3");
    }
  }

  private void roles() {
    draft
        .roles()
        .forEach(
            (word, role) -> {
              if (!GIVEN.contains(role)) {
                refuse("roles." + word, "must be admin, editor or viewer");
              }
            });
    if (draft.defaultRole() != null && !GIVEN.contains(draft.defaultRole())) {
      refuse("defaultRole", "must be admin, editor or viewer");
    }
    if (!draft.roles().isEmpty() && (draft.roleClaim() == null || draft.roleClaim().isBlank())) {
      refuse(
          "roleClaim", "must say which claim holds " + String.join(", ", draft.roles().keySet()));
    }
    if (draft.roles().isEmpty() && draft.defaultRole() == null) {
      refuse("defaultRole", "is needed as long as no value of a claim gives a role");
    }
  }

  private void people() {
    for (String domain : draft.emailDomains()) {
      if (!HostPattern.isHost(domain) || !domain.equals(domain.toLowerCase(Locale.ROOT))) {
        refuse("emailDomains", "must be domains in lower case such as example.com, not " + domain);
      }
    }
    if (draft.createsUsers() && draft.defaultRole() != null && draft.emailDomains().isEmpty()) {
      refuse(
          "createsUsers",
          "would let in everybody whom the provider knows: name emailDomains, or give roles by a"
              + " claim and leave defaultRole out");
    }
  }

  private void refuse(String field, String why) {
    errors.add(new FieldError(field, why));
  }
}
