package dev.patchbay.launcher;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/** Says in plain words why a file could not be used; Java's own message is often only the path. */
final class FileProblem {
  private FileProblem() {}

  static String of(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof NoSuchFileException) {
      return "its folder does not exist";
    }
    if (e instanceof FileAlreadyExistsException) {
      return "something else stands there";
    }
    if (e instanceof FileSystemException named && named.getReason() != null) {
      return named.getReason().toLowerCase(Locale.ROOT);
    }
    return e.getMessage() == null
        ? e.getClass().getSimpleName()
        : e.getMessage().toLowerCase(Locale.ROOT);
  }
}
