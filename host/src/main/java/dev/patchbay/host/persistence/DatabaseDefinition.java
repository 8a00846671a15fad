package dev.patchbay.host.persistence;

import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import javax.sql.DataSource;

/** Says where the database is (the launcher's properties) and offers it for injection. */
@DataSourceDefinition(
    name = DatabaseDefinition.NAME,
    className = "${MPCONFIG=patchbay.db.class:dev.patchbay.host.persistence.h2.H2DataSource}",
    url = "${MPCONFIG=patchbay.db.url:jdbc:h2:mem:patchbay;DB_CLOSE_DELAY=-1}",
    user = "${MPCONFIG=patchbay.db.user:sa}",
    password = "${MPCONFIG=patchbay.db.password:}",
    minPoolSize = 2,
    maxPoolSize = 24)
@Singleton
public class DatabaseDefinition {
  static final String NAME = "java:app/jdbc/patchbay";

  @Produces
  @Resource(lookup = NAME)
  DataSource dataSource;

  @Produces
  @PersistenceContext(unitName = "patchbay")
  EntityManager entityManager;

  @Produces
  @Singleton
  Dialect dialect(DataSource database) {
    return Dialect.of(database);
  }
}
