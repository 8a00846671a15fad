package dev.patchbay.testkit.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The classes of the notes plugin in a folder of their own, as if it were a module. */
final class NotesShipment {
  static final Path FOLDER = Path.of("target", "notes");
  private static final List<Class<?>> CLASSES =
      List.of(
          NotesPlugin.class,
          NotesClient.class,
          NotesTarget.class,
          NotesWire.class,
          NoteLine.class,
          RingBell.class,
          NotesHook.class,
          NotesSubscriber.class,
          Flaw.class,
          ContractPoint.class);

  private NotesShipment() {}

  /** All of it but the class of this simple name. */
  static Shipment without(String name) {
    try {
      empty();
      for (var each : CLASSES) {
        if (!each.getSimpleName().equals(name)) {
          copy(each);
        }
      }
      var meta = Files.createDirectories(FOLDER.resolve("META-INF/services"));
      Files.writeString(
          meta.resolve("dev.patchbay.api.IntegrationPlugin"), NotesPlugin.class.getName());
      Files.writeString(
          FOLDER.resolve("META-INF/patchbay-plugin.properties"), "id=notes\nversion=1.2.3\napi=1");
      return new Shipment(FOLDER, List.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void empty() throws IOException {
    if (Files.exists(FOLDER)) {
      try (Stream<Path> files = Files.walk(FOLDER)) {
        for (var file : files.filter(each -> each.toString().endsWith(".class")).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static void copy(Class<?> each) throws IOException {
    var path = each.getName().replace('.', '/') + ".class";
    Files.createDirectories(FOLDER.resolve(path).getParent());
    try (var in = each.getResourceAsStream("/" + path)) {
      Files.write(FOLDER.resolve(path), in.readAllBytes());
    }
  }
}
