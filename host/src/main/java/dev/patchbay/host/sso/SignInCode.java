package dev.patchbay.host.sso;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the console trades for a token.
 *
 * @param code what the browser brought
 * @param verifier the text of which the challenge was made
 */
public record SignInCode(
    @NotBlank @Size(max = 100) String code,
    @NotBlank
        @Size(max = 200)
        @Schema(description = "The text whose challenge went with the start (RFC 7636)")
        String verifier) {

  @Override
  public String toString() {
    return "SignInCode[]";
  }
}
