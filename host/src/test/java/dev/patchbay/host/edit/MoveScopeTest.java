package dev.patchbay.host.edit;

import static dev.patchbay.host.connect.ConnectWorld.OTHER_TENANT;
import static dev.patchbay.host.connect.ConnectWorld.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.Account;
import dev.patchbay.api.ConnectionContext;
import dev.patchbay.api.IntegrationPlugin;
import dev.patchbay.api.McpClient;
import dev.patchbay.api.PluginDescriptor;
import dev.patchbay.api.TypeDescriptor;
import dev.patchbay.host.connect.ConnectWorld;
import dev.patchbay.host.fixture.AuthorizationServer;
import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.integration.Permissions;
import dev.patchbay.host.mapping.FieldMappings;
import dev.patchbay.host.persistence.Database;
import dev.patchbay.host.persistence.Dialect;
import dev.patchbay.host.plugin.DeclaredPlugins;
import dev.patchbay.host.problem.ProblemException;
import dev.patchbay.host.problem.ProblemType;
import dev.patchbay.host.record.MappedRecords;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Of which types records can be moved, and by whom. */
@OnBothDatabases
class MoveScopeTest {
  @Parameter Dialect dialect;

  private final DeclaredPlugins plugins = new DeclaredPlugins(new Organizer());
  private ConnectWorld world;
  private EditScopes scopes;
  private String connection;

  @BeforeEach
  void connect() {
    world = new ConnectWorld(dialect, plugins);
    connection = world.connected();
    scopes =
        new EditScopes(
            world.connections,
            world.integrations,
            plugins,
            new MappedRecords(new FieldMappings(), new Database(world.database.dataSource())),
            world.database.transactions());
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void should_move_records_of_a_type_that_the_service_moves() {
    assertThat(scopes.ofMoves(TENANT, connection, "event", Notice.NONE).type()).isEqualTo("event");
  }

  @Test
  void should_name_the_plugin_and_the_type_when_the_service_moves_none_of_it() {
    assertThatThrownBy(() -> scopes.ofMoves(TENANT, connection, "contact", Notice.NONE))
        .hasMessageContaining("The plugin service cannot move records of the type contact")
        .hasMessageContaining("make a new one there");
    assertThat(scopes.of(TENANT, connection, "contact").type()).isEqualTo("contact");
  }

  @Test
  void should_tell_invitees_of_a_type_where_the_service_can() {
    assertThat(scopes.of(TENANT, connection, "event", Notice.WANTED).notice())
        .isEqualTo(Notice.WANTED);
    assertThat(scopes.of(TENANT, connection, "contact", Notice.NONE).notice())
        .isEqualTo(Notice.NONE);
    assertThatThrownBy(() -> scopes.of(TENANT, connection, "contact", Notice.WANTED))
        .hasMessageContaining("The plugin service cannot tell anybody")
        .hasMessageContaining("records of the type contact: leave out notify");
  }

  @Test
  void should_name_the_parameter_when_somebody_else_is_to_be_told() {
    assertThat(Notice.of(null)).isEqualTo(Notice.NONE);
    assertThat(Notice.of("invitees")).isEqualTo(Notice.WANTED);
    assertThatThrownBy(() -> Notice.of("everybody"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.type()).isEqualTo(ProblemType.INVALID_CONTENT))
        .hasMessageContaining("notify");
  }

  @Test
  void should_split_series_of_a_type_of_which_the_service_does() {
    assertThat(scopes.ofSplits(TENANT, connection, "event").seriesPath()).contains("series/id");
    assertThatThrownBy(() -> scopes.ofSplits(TENANT, connection, "contact"))
        .hasMessageContaining("The plugin service cannot split series of the type contact")
        .hasMessageContaining("end this one by PATCH");
    assertThatThrownBy(() -> scopes.ofSplits(OTHER_TENANT, connection, "event"))
        .hasMessageContaining("There is no connection");
  }

  @Test
  void should_refuse_a_type_that_is_only_read() {
    assertThatThrownBy(() -> scopes.ofMoves(TENANT, connection, "message", Notice.NONE))
        .hasMessageContaining("message cannot be written");
  }

  @Test
  void should_refuse_a_type_that_the_integration_does_not_allow() {
    world.allow(new Permissions(Set.of("contact"), Set.of()));

    assertThatThrownBy(() -> scopes.ofMoves(TENANT, connection, "event", Notice.NONE))
        .hasMessageContaining("event cannot be written");
  }

  @Test
  void should_not_know_the_connection_of_another_tenant() {
    assertThatThrownBy(() -> scopes.ofMoves(OTHER_TENANT, connection, "event", Notice.NONE))
        .hasMessageContaining("There is no connection");
  }

  /** A service that moves events and tells of them, and keeps contacts where they are. */
  private static final class Organizer implements IntegrationPlugin {

    @Override
    public PluginDescriptor descriptor() {
      return PluginDescriptor.builder("Organizer", AuthorizationServer.declared().build())
          .egressHosts(AuthorizationServer.HOST, AuthorizationServer.API_HOST)
          .types(
              TypeDescriptor.writable("event", "Events", List.of("title"))
                  .movable()
                  .notifiable()
                  .splittable("series/id"),
              TypeDescriptor.writable("contact", "Contacts", List.of("name")),
              TypeDescriptor.readOnly("message", "Messages"))
          .build();
    }

    @Override
    public McpClient open(ConnectionContext context) {
      return () -> Account.of("ada", "Ada", Set.of());
    }
  }
}
