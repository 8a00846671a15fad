package dev.patchbay.console.people;

import java.util.Optional;

/** A person for whom the CRM had accounts connected, by the CRM's own id. */
record EndUser(String id, String name, int connections) {

  String title() {
    return Optional.ofNullable(name).filter(text -> !text.isBlank()).orElse(id);
  }
}
