package dev.patchbay.host.security;

import dev.patchbay.host.caller.Needs;
import dev.patchbay.host.caller.Scope;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who may make which call: as {@code host/access.txt} declares it, and as the code has it. */
final class AccessTable {
  private static final String ANY = "admin,crm,editor,server-admin,viewer";
  private static final java.nio.file.Path MODULE =
      Stream.of("", "host")
          .map(java.nio.file.Path::of)
          .filter(folder -> Files.exists(folder.resolve("access.txt")))
          .findFirst()
          .orElseThrow();
  private static final java.nio.file.Path ROOT = MODULE.resolve("src/main/java");

  private AccessTable() {}

  /** By verb and path: the roles in order and the scope. */
  static Map<String, String> declared() {
    try {
      return Files.readAllLines(MODULE.resolve("access.txt")).stream()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split(" +"))
          .collect(
              Collectors.toMap(
                  words -> words[0] + " " + words[1],
                  words -> sorted(words[2]) + " " + words[3],
                  (a, b) -> a + " and " + b,
                  TreeMap::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same, read from the annotations of the resources. */
  static Map<String, String> coded(ClassLoader loader) {
    Map<String, String> calls = new TreeMap<>();
    for (Class<?> resource : resources(loader)) {
      for (Method method : resource.getDeclaredMethods()) {
        verb(method).ifPresent(verb -> calls.put(verb + " " + path(method), rule(method)));
      }
    }
    return calls;
  }

  private static List<Class<?>> resources(ClassLoader loader) {
    try (Stream<java.nio.file.Path> files = Files.walk(ROOT)) {
      return files
          .map(file -> ROOT.relativize(file).toString())
          .filter(name -> name.endsWith(".java") && !name.endsWith("-info.java"))
          .map(name -> name.substring(0, name.length() - 5).replace('/', '.'))
          .<Class<?>>map(name -> load(name, loader))
          .filter(type -> type.isAnnotationPresent(Path.class))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Class<?> load(String name, ClassLoader loader) {
    try {
      return Class.forName(name, false, loader);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Optional<String> verb(Method method) {
    return Stream.of(method.getAnnotations())
        .map(Annotation::annotationType)
        .filter(type -> type.isAnnotationPresent(HttpMethod.class))
        .map(type -> type.getAnnotation(HttpMethod.class).value())
        .findFirst();
  }

  private static String path(Method method) {
    String path = "/" + method.getDeclaringClass().getAnnotation(Path.class).value();
    Path own = method.getAnnotation(Path.class);
    return own == null ? path : path + "/" + own.value();
  }

  private static String rule(Method method) {
    if (method.isAnnotationPresent(PermitAll.class)
        || method.getDeclaringClass().isAnnotationPresent(PermitAll.class)) {
      return "public -";
    }
    String roles =
        of(method, RolesAllowed.class)
            .map(allowed -> sorted(String.join(",", allowed.value())))
            .orElse("nobody-said");
    String scopes =
        of(method, Needs.class)
            .filter(needs -> roles.contains("crm") && needs.value().length > 0)
            .map(needs -> Scope.text(Arrays.asList(needs.value())))
            .orElse("-");
    return roles + " " + scopes;
  }

  private static <A extends Annotation> Optional<A> of(Method method, Class<A> type) {
    return Optional.ofNullable(method.getAnnotation(type))
        .or(() -> Optional.ofNullable(method.getDeclaringClass().getAnnotation(type)));
  }

  private static String sorted(String roles) {
    Set<String> set = new TreeSet<>(List.of(roles.split(",")));
    String text = String.join(",", set);
    return text.equals("any") ? ANY : text;
  }
}
