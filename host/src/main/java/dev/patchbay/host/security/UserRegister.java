package dev.patchbay.host.security;

import dev.patchbay.api.setting.Secret;
import dev.patchbay.host.ids.Ids;
import dev.patchbay.host.problem.ProblemException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Set;

/** Makes users, each under a name of its own on this server. */
@Singleton
class UserRegister {
  private static final int SHORTEST = 12;
  private static final int LONGEST = 200;

  private final Users users;
  private final Passwords passwords;
  private final Ids ids;
  private final Clock clock;

  @Inject
  UserRegister(Users users, Passwords passwords, Ids ids, Clock clock) {
    this.users = users;
    this.passwords = passwords;
    this.ids = ids;
    this.clock = clock;
  }

  /** Makes a user; a name that is taken is a conflict. */
  User add(String tenantId, String name, Secret password, Set<String> roles) {
    if (users.named(name).isPresent()) {
      throw ProblemException.conflict("There is a user named " + name + " already.");
    }
    User user = new User(ids.next(User.PREFIX), tenantId, name, roles, clock.instant());
    protect(user, password);
    users.add(user);
    return user;
  }

  /** Gives a user another password; one that is too short is refused. */
  void protect(User user, Secret password) {
    int length = password.reveal().length();
    if (length < SHORTEST || length > LONGEST) {
      throw ProblemException.invalid(
          "password", "must have " + SHORTEST + " to " + LONGEST + " characters");
    }
    user.protectWith(passwords.hash(password));
  }
}
