package dev.patchbay.api.webhook;

import java.util.Objects;

/**
 * One hint of a webhook: something of an account changed. It only makes the next pull come sooner;
 * what changed is read, never taken from the hint.
 *
 * @param id the service's id of the delivery, by which a repeated one is recognised; never null
 * @param account the key by which the service names the account; never null
 * @since 1
 */
public record Notification(String id, String account) {

  public Notification {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(account, "account");
  }
}
