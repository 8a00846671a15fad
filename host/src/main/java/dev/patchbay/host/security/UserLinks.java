package dev.patchbay.host.security;

import dev.patchbay.host.caller.Caller;
import dev.patchbay.host.persistence.Transactions;
import dev.patchbay.host.problem.ProblemException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Which person of a provider an existing user is; only an admin says so, since whoever is linked
 * comes in as that user.
 */
@Singleton
public class UserLinks {
  private static final int LONGEST_SUBJECT = 255;
  private static final int LONGEST_EMAIL = 320;

  private final Users users;
  private final Transactions transactions;

  @Inject
  UserLinks(Users users, Transactions transactions) {
    this.users = users;
    this.transactions = transactions;
  }

  /**
   * Links a user to a subject of the issuer, or to whoever comes next with a verified address.
   *
   * @throws ProblemException if there is no such user here, or the link is another's
   */
  public UserSummary link(Caller admin, String id, String issuer, SignInLink link) {
    return touch(
        admin,
        id,
        user -> {
          requireOne(link);
          if (link.subject() == null) {
            await(user, link.email().strip().toLowerCase(Locale.ROOT));
          } else {
            know(user, issuer, link.subject());
          }
        });
  }

  /** Takes a link away: the user comes in with a password, or not at all. */
  public UserSummary unlink(Caller admin, String id) {
    return touch(admin, id, User::unlink);
  }

  private void know(User user, String issuer, String subject) {
    if (issuer.isEmpty()) {
      throw ProblemException.conflict("Set single sign-on up first: there is nobody to ask yet.");
    }
    requireFree(users.knownTo(user.tenantId(), issuer, subject), user, "subject");
    user.isKnownTo(issuer, subject);
  }

  private void await(User user, String email) {
    requireFree(users.awaiting(user.tenantId(), email), user, "email");
    user.await(email);
  }

  private static void requireOne(SignInLink link) {
    if ((link.subject() == null) == (link.email() == null)) {
      throw ProblemException.invalid("subject", "or email must be given, one of them");
    }
    if (link.subject() != null && !fits(link.subject(), LONGEST_SUBJECT)) {
      throw ProblemException.invalid("subject", "must have 1 to 255 characters");
    }
    if (link.email() != null
        && !(fits(link.email(), LONGEST_EMAIL) && link.email().contains("@"))) {
      throw ProblemException.invalid("email", "must be an e-mail address");
    }
  }

  private static boolean fits(String text, int longest) {
    return !text.isBlank() && text.length() <= longest;
  }

  private static void requireFree(Optional<User> holder, User wanted, String what) {
    if (holder.filter(other -> !other.id().equals(wanted.id())).isPresent()) {
      throw ProblemException.conflict("Another user here is linked to this " + what + " already.");
    }
  }

  private UserSummary touch(Caller admin, String id, Consumer<User> work) {
    return transactions.call(
        () -> {
          User user =
              users
                  .find(admin.tenantId(), id)
                  .orElseThrow(() -> ProblemException.notFound("user", id));
          requireTenantsOwn(user);
          work.accept(user);
          return UserSummary.of(user);
        });
  }

  private static void requireTenantsOwn(User user) {
    if (user.isServerAdmin()) {
      throw ProblemException.conflict(
          "A server admin comes in with a password only: a tenant's provider vouches for tenants.");
    }
  }
}
