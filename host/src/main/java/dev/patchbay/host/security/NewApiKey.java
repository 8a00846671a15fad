package dev.patchbay.host.security;

import dev.patchbay.host.caller.Scope;
import dev.patchbay.host.problem.ProblemException;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What it takes to make an API key. */
public record NewApiKey(
    @NotBlank @Size(max = 200) String name,
    @Schema(
            description =
                "What the key may do; if it is left out, everything but reading credentials.",
            example = "[\"connections:read\", \"records:read\"]")
        @Size(max = 50)
        Set<String> scopes) {

  /**
   * @throws ProblemException if one of the scopes is unknown
   */
  Set<Scope> wanted() {
    if (scopes == null) {
      return Scope.usual();
    }
    Scope.complaint(scopes)
        .ifPresent(
            wrong -> {
              throw ProblemException.invalid("scopes", wrong);
            });
    return Scope.of(scopes);
  }
}
