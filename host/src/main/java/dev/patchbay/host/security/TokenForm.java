package dev.patchbay.host.security;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the token call takes; only for the API description, since doubled fields must be seen. */
@Schema(name = "TokenRequest")
public record TokenForm(
    @Schema(
            name = "grant_type",
            required = true,
            enumeration = {"client_credentials", "urn:ietf:params:oauth:grant-type:token-exchange"})
        String grantType,
    @Schema(name = "client_id") String clientId,
    @Schema(name = "client_secret", format = "password") String clientSecret,
    String scope,
    @Schema(name = "subject_token", format = "password") String subjectToken,
    @Schema(name = "subject_token_type") String subjectTokenType) {

  @Override
  public String toString() {
    return "TokenForm[" + grantType + "]";
  }
}
