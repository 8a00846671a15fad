package dev.patchbay.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** What H2's {@code BACKUP} makes: a zip with the database's file as it was at one moment. */
final class DatabaseCopy {
  private final Path zip;

  DatabaseCopy(Path zip) {
    this.zip = zip;
  }

  /** Puts the copy into the place of the database, whole or not at all. */
  void putInto(Path database) throws IOException {
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
      toDatabase(in);
      DurableFile.write(database, in, PosixFilePermissions.fromString("rw-------"));
    }
  }

  private static void toDatabase(ZipInputStream in) throws IOException {
    ZipEntry entry = in.getNextEntry();
    while (entry != null && !entry.getName().endsWith(Database.FILE)) {
      entry = in.getNextEntry();
    }
    if (entry == null) {
      throw new IOException("it holds no " + Database.FILE);
    }
  }
}
