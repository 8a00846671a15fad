package dev.patchbay.host.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.fixture.TestDatabase;
import dev.patchbay.host.problem.StartupRefused;
import dev.patchbay.host.tenant.Tenant;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.eclipse.persistence.internal.weaving.PersistenceWeaved;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class MigrationTest {
  private final TestDatabase database;

  MigrationTest(Dialect dialect) {
    database = TestDatabase.clean(dialect);
  }

  @Test
  void should_leave_rows_alone_when_it_runs_again() {
    Tenant tenant = new Tenant("ten_1", "acme", Instant.EPOCH);
    database.transactions().run(() -> database.entities().persist(tenant));

    new Migration(database.dataSource()).run();

    assertThat(database.entities().find(Tenant.class, "ten_1").name()).isEqualTo("acme");
  }

  @Test
  void should_name_the_way_out_when_the_database_cannot_be_opened() {
    JdbcDataSource absent = new JdbcDataSource();
    absent.setURL("jdbc:h2:mem:absent;IFEXISTS=TRUE");

    assertThatThrownBy(() -> new Migration(absent).run())
        .isInstanceOf(StartupRefused.class)
        .hasMessageContaining("cannot be opened")
        .hasMessageContaining("PATCHBAY_DB_URL");
  }

  @Test
  void should_refuse_when_the_tables_are_somebody_elses() throws SQLException {
    JdbcDataSource foreign = new JdbcDataSource();
    foreign.setURL("jdbc:h2:mem:foreign;DB_CLOSE_DELAY=-1");
    try (Connection connection = foreign.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create table if not exists invoice (id int)");
    }

    assertThatThrownBy(() -> new Migration(foreign).run())
        .isInstanceOf(StartupRefused.class)
        .hasMessageContaining("tables that are not Patchbay's");
  }

  @Test
  void should_weave_entities_when_the_host_is_built() {
    assertThat(PersistenceWeaved.class).isAssignableFrom(Tenant.class);
  }
}
