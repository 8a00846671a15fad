package dev.patchbay.host.security;

import java.time.Instant;
import java.util.List;

/** What the API tells of a user. */
public record UserSummary(
    String id,
    String name,
    List<String> roles,
    boolean disabled,
    SignInLink singleSignOn,
    Instant createdAt) {

  static UserSummary of(User user) {
    return new UserSummary(
        user.id(),
        user.name(),
        user.roles().stream().sorted().toList(),
        user.isDisabled(),
        SignInLink.of(user),
        user.createdAt());
  }
}
