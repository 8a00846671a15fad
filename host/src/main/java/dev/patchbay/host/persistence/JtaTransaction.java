package dev.patchbay.host.persistence;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.util.Optional;

/** The container's transaction, as JPA has a part in it. */
@Singleton
class JtaTransaction implements RunningTransaction {
  private final Jdbc jdbc;

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  private TransactionSynchronizationRegistry registry;

  @Inject
  JtaTransaction(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<Connection> connection() {
    return isRunning() ? Optional.of(jdbc.connection()) : Optional.empty();
  }

  private boolean isRunning() {
    int status = registry.getTransactionStatus();
    return status == Status.STATUS_ACTIVE || status == Status.STATUS_MARKED_ROLLBACK;
  }
}
