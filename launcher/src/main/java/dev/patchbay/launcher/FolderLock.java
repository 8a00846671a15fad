package dev.patchbay.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps a second server out of a data folder. The lock is the operating system's, so it ends with
 * the process however that dies; the file only tells who holds it. It would also end when the
 * channel is garbage, so whatever is held stays in reach here.
 */
final class FolderLock implements AutoCloseable {
  private static final Set<FolderLock> HELD = ConcurrentHashMap.newKeySet();

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
    HELD.add(this);
  }

  static Path in(Path folder) {
    return folder.resolve("patchbay.lock");
  }

  static FolderLock take(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(in(folder), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!locks(channel)) {
      channel.close();
      throw new StartupProblem(
          "The data folder %s is in use by another Patchbay (process %s); stop it or choose another --data."
              .formatted(folder, Files.readString(in(folder)).strip()));
    }
    sign(channel);
    return new FolderLock(channel);
  }

  /** Takes the lock of a folder that no server uses. */
  static Optional<FolderLock> ifFree(Path folder) {
    try {
      FileChannel channel =
          FileChannel.open(in(folder), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (locks(channel)) {
        sign(channel);
        return Optional.of(new FolderLock(channel));
      }
      channel.close();
      return Optional.empty();
    } catch (IOException e) {
      throw new StartupProblem(
          "Cannot use the data folder %s (%s).".formatted(folder, FileProblem.of(e)), e);
    }
  }

  private static boolean locks(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException heldHere) {
      return false;
    }
  }

  private static void sign(FileChannel channel) throws IOException {
    byte[] holder = (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII);
    channel.truncate(0).write(ByteBuffer.wrap(holder));
  }

  @Override
  public void close() {
    HELD.remove(this);
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
