package dev.patchbay.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A call of the API and who may make it, as {@code host/access.txt} declares.
 *
 * @param path as in the API description, below {@code /api}
 * @param roles empty for a public call
 * @param scope what an API key needs beside its role
 * @param marks {@code hidden} from the description, or allowed only {@code once}
 */
record Route(
    String verb, String path, Set<String> roles, Optional<String> scope, Set<String> marks) {
  static final Set<String> ROLES = Set.of("server-admin", "admin", "editor", "viewer", "crm");

  private static final Path TABLE = Path.of("../host/access.txt");

  static List<Route> declared() {
    try {
      return Files.readAllLines(TABLE).stream()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Route::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Route of(String line) {
    String[] words = line.strip().split(" +");
    List<String> marks = List.of(words).subList(4, words.length);
    Optional<String> scope = Optional.of(words[3]).filter(text -> !text.equals("-"));
    return new Route(words[0], words[1], roles(words[2]), scope, Set.copyOf(marks));
  }

  private static Set<String> roles(String who) {
    return switch (who) {
      case "public" -> Set.of();
      case "any" -> ROLES;
      default -> Set.of(who.split(","));
    };
  }

  String name() {
    return verb + " " + path;
  }

  boolean isPublic() {
    return roles.isEmpty();
  }

  boolean isHidden() {
    return marks.contains("hidden");
  }

  boolean stopsTheServer() {
    return marks.contains("once");
  }

  boolean isForTheOperatorOnly() {
    return roles.equals(Set.of("server-admin"));
  }

  boolean namesSomething() {
    return path.contains("{");
  }
}
