package dev.patchbay.host.backup;

import dev.patchbay.host.persistence.H2File;
import dev.patchbay.host.startup.HostStarted;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps the {@link BackupDesk} open while the server runs on H2. PostgreSQL has its own tools. */
@Singleton
class BackupHours {
  private static final String FOLDER = "work/backup";
  private static final long PAUSE_SECONDS = 1;

  private final DataSource database;
  private final Path folder;

  @Resource private ManagedScheduledExecutorService timer;
  private Optional<ScheduledFuture<?>> ticking = Optional.empty();

  @Inject
  BackupHours(DataSource database, @ConfigProperty(name = "patchbay.data") String data) {
    this.database = database;
    this.folder = Path.of(data).resolve(FOLDER);
  }

  void begin(@Observes HostStarted started) {
    ticking = H2File.of(database).map(file -> open(new BackupDesk(file, folder)));
  }

  private ScheduledFuture<?> open(BackupDesk desk) {
    desk.open();
    return timer.scheduleWithFixedDelay(
        desk::serve, PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
  }

  void end(@Observes @BeforeDestroyed(ApplicationScoped.class) Object context) {
    ticking.ifPresent(task -> task.cancel(false));
  }
}
