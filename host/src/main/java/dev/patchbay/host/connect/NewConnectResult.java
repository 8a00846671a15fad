package dev.patchbay.host.connect;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * What a page of the CRM heard from the hosted page.
 *
 * @param result the one-time text of the message
 */
public record NewConnectResult(@NotBlank @Size(max = 100) String result) {
  @Override
  public String toString() {
    return "NewConnectResult";
  }
}
