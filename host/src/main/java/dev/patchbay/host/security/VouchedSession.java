package dev.patchbay.host.security;

import dev.patchbay.host.caller.Caller;
import dev.patchbay.host.security.Unwelcome.Reason;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Gives those who came in by a provider the same token as a password gives. */
@Singleton
public class VouchedSession {
  private final Users users;
  private final SignIn signIn;
  private final SignInAudit audit;
  private final Subjects subjects;

  @Inject
  VouchedSession(Users users, SignIn signIn, SignInAudit audit, Subjects subjects) {
    this.users = users;
    this.signIn = signIn;
    this.audit = audit;
    this.subjects = subjects;
  }

  /**
   * Returns a token of a user who is as good as when they were let in.
   *
   * @throws Unwelcome if they were deleted or shut out since
   */
  public LoginAnswer begin(String tenantId, String userId, String address) {
    Caller person =
        users
            .ofToken(userId)
            .map(User::caller)
            .filter(caller -> caller.tenantId().equals(tenantId))
            .orElseThrow(() -> new Unwelcome(Reason.DISABLED, "The user is shut out."));
    subjects.forget(userId);
    audit.succeededBy("single-sign-on", person, address);
    return LoginAnswer.of(signIn.renew(person));
  }

  /** Tells the tenant that somebody whom its provider sent was not let in. */
  public void refused(String tenantId, String why, String address) {
    audit.refusedBecause(why, tenantId, address);
  }
}
