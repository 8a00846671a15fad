package dev.patchbay.host.security;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * By what a provider knows a user.
 *
 * @param issuer who the provider is, once the person is known to it
 * @param subject what it calls them
 * @param email the verified address of the person who is awaited as this user
 */
public record SignInLink(
    @Schema(readOnly = true) String issuer,
    @Schema(description = "What the provider calls the person (sub)") String subject,
    @Schema(description = "Or the verified e-mail address of whoever is let in as this user next")
        String email) {

  static SignInLink of(User user) {
    return user.externalSubject().isEmpty() && user.awaitedEmail().isEmpty()
        ? null
        : new SignInLink(
            user.issuer().orElse(null),
            user.externalSubject().orElse(null),
            user.awaitedEmail().orElse(null));
  }
}
