package dev.patchbay.host.backup;

import dev.patchbay.host.persistence.H2File;
import dev.patchbay.host.startup.HostStarted;
import dev.patchbay.host.time.Chores;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps the {@link BackupDesk} open while the server runs on H2. PostgreSQL has its own tools. */
@Singleton
class BackupHours {
  private static final String FOLDER = "work/backup";
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final DataSource database;
  private final Path folder;
  private final Chores chores;

  @Inject
  BackupHours(
      DataSource database, @ConfigProperty(name = "patchbay.data") String data, Chores chores) {
    this.database = database;
    this.folder = Path.of(data).resolve(FOLDER);
    this.chores = chores;
  }

  void begin(@Observes HostStarted started) {
    H2File.of(database).ifPresent(file -> open(new BackupDesk(file, folder)));
  }

  private void open(BackupDesk desk) {
    desk.open();
    chores.repeat("look for backups that are asked for", PAUSE, PAUSE, desk::serve);
  }
}
