package dev.patchbay.console.host;

import java.util.List;
import java.util.Optional;

/** A stretch of a list, and where the next one starts. */
public record Page<T>(List<T> items, Optional<String> next) {
  public Page {
    items = List.copyOf(items);
  }
}
