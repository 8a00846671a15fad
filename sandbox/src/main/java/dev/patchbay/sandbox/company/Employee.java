package dev.patchbay.sandbox.company;

import java.util.List;

/** A fictional person in the directory of a fictional company. */
record Employee(String subject, String email, String name, List<String> groups) {
  Employee {
    groups = List.copyOf(groups);
  }

  static Employee of(String nick, String name, String... groups) {
    return new Employee("emp-" + nick, nick + "@company.example", name, List.of(groups));
  }
}
