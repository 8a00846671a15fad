package dev.patchbay.sandbox.company;

import java.util.List;
import java.util.Optional;

/** Who works at the fictional company, each in the groups that mean something to an application. */
final class Staff {
  static final List<Employee> ALL =
      List.of(
          Employee.of("olga", "Olga Petrov", "it", "patchbay-admins"),
          Employee.of("emil", "Emil Haas", "sales", "patchbay-editors"),
          Employee.of("vera", "Vera Lund", "support", "patchbay-viewers"),
          Employee.of("nils", "Nils Okafor", "garden"));

  private Staff() {}

  static Optional<Employee> find(String subject) {
    return ALL.stream().filter(one -> one.subject().equals(subject)).findFirst();
  }
}
