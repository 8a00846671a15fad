package dev.patchbay.sandbox.state;

import dev.patchbay.sandbox.http.Bytes;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * An append-only journal. A killed process loses nothing that was handed to the system, and a line
 * torn by the kill is dropped at the next start, when superseded lines are dropped too.
 */
final class JournalState implements State {
  private static final String NAME = "sandbox.journal";
  private static final int BUFFER = 1 << 20;

  private final Path file;
  private final FileChannel lock;
  private final OutputStream out;
  private Journal found;

  private JournalState(Path file, FileChannel lock, Journal found) throws IOException {
    this.file = file;
    this.lock = lock;
    this.found = found;
    this.out =
        new BufferedOutputStream(
            Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND),
            BUFFER);
  }

  static JournalState open(Path folder) {
    try {
      Files.createDirectories(folder);
      return locked(folder.resolve(NAME), lock(folder));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot use the sandbox state folder " + folder, e);
    }
  }

  private static JournalState locked(Path file, FileChannel lock) throws IOException {
    try {
      return new JournalState(file, lock, compact(file));
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static FileChannel lock(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve("sandbox.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!locked(channel)) {
      channel.close();
      throw new IOException("another sandbox uses it; stop that one or choose another folder");
    }
    return channel;
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static Journal compact(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Journal.EMPTY;
    }
    Path fresh = file.resolveSibling(NAME + ".new");
    Journal journal = Journal.read(file);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(fresh), BUFFER)) {
      journal.writeLiveLinesTo(out);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return journal;
  }

  @Override
  public synchronized void put(List<Entry> entries) {
    try {
      for (Entry entry : entries) {
        Journal.writeLine(out, entry.key(), entry.json().bytes());
      }
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }

  @Override
  public void remove(String key) {
    put(List.of(new Entry(key, Bytes.NONE)));
  }

  @Override
  public synchronized void each(String prefix, BiConsumer<String, byte[]> reader) {
    found.each(prefix, reader);
  }

  @Override
  public synchronized void settled() {
    found = Journal.EMPTY;
  }

  @Override
  public synchronized void close() {
    try {
      out.close();
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot close " + file, e);
    }
  }
}
