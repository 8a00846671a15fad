package dev.patchbay.host.health;

import dev.patchbay.host.startup.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Ready is who has started and reaches the database. The container makes this bean before the
 * application has its resources, hence the providers.
 */
@org.eclipse.microprofile.health.Readiness
@Singleton
public class Readiness implements HealthCheck {
  private static final int SECONDS = 2;

  private final Provider<Startup> startup;
  private final Provider<DataSource> database;

  @Inject
  Readiness(Provider<Startup> startup, Provider<DataSource> database) {
    this.startup = startup;
    this.database = database;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("host")
        .status(startup.get().isComplete() && answers())
        .build();
  }

  private boolean answers() {
    try (Connection connection = database.get().getConnection()) {
      return connection.isValid(SECONDS);
    } catch (SQLException e) {
      return false;
    }
  }
}
