package dev.patchbay.host.sso;

import dev.patchbay.api.setting.Secret;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the people of a tenant shall sign in with an OpenID provider of their own. */
public record ProviderDraft(
    @NotBlank
        @Size(max = 500)
        @Schema(
            description =
                "The provider's issuer (OpenID Connect Discovery 1.0), as"
                    + " https://login.example.com; it must serve"
                    + " /.well-known/openid-configuration")
        String issuer,
    @NotBlank @Size(max = 300) @Schema(description = "What the provider calls this server")
        String clientId,
    @Schema(
            implementation = String.class,
            format = "password",
            description =
                "Write only. Left out, the present one stays; it must come along when issuer or"
                    + " client id change")
        Secret clientSecret,
    @Size(max = 60) @Schema(description = "What the sign-in button says after \"Sign in with\"")
        String label,
    @Size(max = 20) @Schema(description = "What to ask for; openid, email and profile if left out")
        Set<String> scopes,
    @Size(max = 200)
        @Schema(
            description =
                "Which claim of the id_token decides the role: its name, or a JSON Pointer such as"
                    + " /realm_access/roles")
        String roleClaim,
    @Size(max = 200)
        @Schema(description = "What the claim may hold, and which role that gives; all that fit")
        Map<String, String> roles,
    @Schema(description = "The role of those to whom the claim gives none; none if left out")
        String defaultRole,
    @Size(max = 50)
        @Schema(
            description =
                "Whose verified e-mail address is of no such domain stays out; any if left out")
        Set<String> emailDomains,
    @Schema(description = "Whether unknown people get a user at their first sign-in; else not")
        Boolean createsUsers,
    @Schema(
            description =
                "Whether people may sign in with passwords too, as they may if left out. Server"
                    + " admins always may")
        Boolean passwords) {

  public ProviderDraft {
    scopes = scopes == null ? Set.of("openid", "email", "profile") : Set.copyOf(scopes);
    roles = roles == null ? Map.of() : Map.copyOf(roles);
    emailDomains = emailDomains == null ? Set.of() : Set.copyOf(emailDomains);
    createsUsers = Objects.requireNonNullElse(createsUsers, false);
    passwords = Objects.requireNonNullElse(passwords, true);
    label = label == null || label.isBlank() ? "single sign-on" : label.strip();
  }
}
