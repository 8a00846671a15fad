package dev.patchbay.host.security;

import dev.patchbay.api.setting.Secret;
import dev.patchbay.host.caller.Caller;
import dev.patchbay.host.persistence.Transactions;
import dev.patchbay.host.problem.ProblemException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.function.Consumer;

/**
 * Adds, changes and removes the users of a tenant. Nobody can make or touch an account that reaches
 * further than their own, since a password can be set and then used.
 */
@Singleton
class UserAdministration {
  private final Users users;
  private final UserRegister register;
  private final Subjects subjects;
  private final Transactions transactions;

  @Inject
  UserAdministration(
      Users users, UserRegister register, Subjects subjects, Transactions transactions) {
    this.users = users;
    this.register = register;
    this.subjects = subjects;
    this.transactions = transactions;
  }

  User add(Caller giver, String tenantId, NewUser request) {
    AssignableRoles.of(giver).require(request.roles());
    return transactions.call(
        () -> register.add(tenantId, request.name().strip(), request.password(), request.roles()));
  }

  User change(Caller giver, String id, UserChange change) {
    refuseSelf(giver, id, "change their own roles or shut themselves out");
    if (change.roles() != null) {
      AssignableRoles.of(giver).require(change.roles());
    }
    return touch(giver, id, user -> apply(change, user));
  }

  void resetPassword(Caller giver, String id, Secret password) {
    refuseSelf(giver, id, "reset their own password");
    touch(giver, id, user -> register.protect(user, password));
  }

  void remove(Caller giver, String id) {
    refuseSelf(giver, id, "delete themselves");
    touch(giver, id, user -> users.remove(giver.tenantId(), id));
  }

  private static void apply(UserChange change, User user) {
    if (change.roles() != null) {
      user.play(change.roles());
    }
    if (change.disabled() != null) {
      user.disable(change.disabled());
    }
  }

  private User touch(Caller giver, String id, Consumer<User> work) {
    User touched =
        transactions.call(
            () -> {
              User user = require(giver.tenantId(), id);
              AssignableRoles.of(giver).requireReach(user);
              work.accept(user);
              return user;
            });
    subjects.forget(id);
    return touched;
  }

  private User require(String tenantId, String id) {
    return users.find(tenantId, id).orElseThrow(() -> ProblemException.notFound("user", id));
  }

  private static void refuseSelf(Caller giver, String id, String what) {
    if (id.equals(giver.subject())) {
      throw ProblemException.conflict("Nobody can " + what + ": ask another admin.");
    }
  }
}
