package dev.patchbay.host.connection;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a program needs to call the service itself, until the token ends. */
public record RevealedCredential(@Schema(format = "password") String accessToken) {

  @Override
  public String toString() {
    return "RevealedCredential[]";
  }
}
