package dev.patchbay.api;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Every signature that a plugin can be compiled against, one a line, in a form that is the same on
 * every JDK.
 */
final class Signatures {

  private Signatures() {}

  static SortedSet<String> of(Path classes) {
    var lines = new TreeSet<String>();
    try (Stream<Path> files = Files.walk(classes)) {
      files
          .filter(file -> file.toString().endsWith(".class"))
          .map(file -> load(classes.relativize(file).toString()))
          .filter(Signatures::visible)
          .forEach(type -> lines.addAll(of(type)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }

  private static Class<?> load(String file) {
    var name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
    try {
      return Class.forName(name, false, Signatures.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean visible(Class<?> type) {
    return visible(type.getModifiers())
        && (type.getEnclosingClass() == null || visible(type.getEnclosingClass()));
  }

  private static boolean visible(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }

  private static SortedSet<String> of(Class<?> type) {
    var lines = new TreeSet<String>();
    lines.add(
        "%s: %s extends %s implements [%s]"
            .formatted(
                type.getName(),
                Modifier.toString(type.getModifiers()),
                names(
                    new Type[] {
                      Objects.requireNonNullElse(type.getGenericSuperclass(), Object.class)
                    }),
                names(type.getGenericInterfaces())));
    Stream.of(type.getDeclaredFields())
        .filter(field -> visible(field.getModifiers()))
        .forEach(field -> lines.add(of(field)));
    Stream.of(type.getDeclaredConstructors())
        .filter(constructor -> visible(constructor.getModifiers()))
        .forEach(constructor -> lines.add(of(constructor)));
    Stream.of(type.getDeclaredMethods())
        .filter(method -> visible(method.getModifiers()) && !method.isSynthetic())
        .forEach(method -> lines.add(of(method)));
    return lines;
  }

  private static String of(Field field) {
    return "%s#%s: %s %s%s"
        .formatted(
            field.getDeclaringClass().getName(),
            field.getName(),
            Modifier.toString(field.getModifiers()),
            field.getGenericType().getTypeName(),
            constant(field));
  }

  private static String constant(Field field) {
    try {
      return Modifier.isStatic(field.getModifiers())
              && (field.getType().isPrimitive() || field.getType() == String.class)
          ? " = " + field.get(null)
          : "";
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String of(Constructor<?> constructor) {
    return "%s#new%s: %s"
        .formatted(
            constructor.getDeclaringClass().getName(),
            parameters(constructor),
            Modifier.toString(constructor.getModifiers()));
  }

  private static String of(Method method) {
    return "%s#%s%s: %s%s %s"
        .formatted(
            method.getDeclaringClass().getName(),
            method.getName(),
            parameters(method),
            Modifier.toString(method.getModifiers() & ~Modifier.SYNCHRONIZED),
            method.isDefault() ? " default" : "",
            method.getGenericReturnType().getTypeName());
  }

  private static String parameters(Executable executable) {
    return "(" + names(executable.getGenericParameterTypes()) + ")";
  }

  private static String names(Type[] types) {
    return Arrays.stream(types).map(Type::getTypeName).collect(joining(", "));
  }
}
