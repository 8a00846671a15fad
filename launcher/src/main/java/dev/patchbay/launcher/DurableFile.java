package dev.patchbay.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Writes a file so that it is there whole or not at all, even when the process or the machine dies
 * in between: beside its place first, then forced to the disk, then renamed.
 */
final class DurableFile {
  private DurableFile() {}

  static void write(Path file, byte[] content, Set<PosixFilePermission> permissions)
      throws IOException {
    write(file, permissions, channel -> channel.write(ByteBuffer.wrap(content)));
  }

  static void write(Path file, InputStream content, Set<PosixFilePermission> permissions)
      throws IOException {
    write(
        file,
        permissions,
        channel -> {
          OutputStream out = Channels.newOutputStream(channel);
          content.transferTo(out);
        });
  }

  private static void write(Path file, Set<PosixFilePermission> permissions, Content content)
      throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(part);
    try {
      Files.createFile(part, PosixFilePermissions.asFileAttribute(permissions));
      try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
        content.writeTo(channel);
        channel.force(true);
      }
      moveInto(file, part);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** Puts a finished file into its place, durably. */
  static void moveInto(Path file, Path part) throws IOException {
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
      folder.force(true);
    }
  }

  static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot remove " + file, e);
    }
  }

  @FunctionalInterface
  private interface Content {
    void writeTo(FileChannel channel) throws IOException;
  }
}
