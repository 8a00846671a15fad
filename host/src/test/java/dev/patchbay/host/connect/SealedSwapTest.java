package dev.patchbay.host.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.setting.Secret;
import dev.patchbay.host.credential.Holder;
import dev.patchbay.host.credential.Place;
import dev.patchbay.host.credential.SealedColumn;
import dev.patchbay.host.credential.SealedColumns;
import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.persistence.Dialect;
import dev.patchbay.host.sso.SignOnWorld;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a thief with the right to write the database gets by moving sealed values: nothing. */
@OnBothDatabases
class SealedSwapTest {
  private static final List<String> SEALED_AS_A_WHOLE = List.of("data_key.keyset");

  @AutoClose private final ConnectWorld world;
  private String first;
  private String second;

  SealedSwapTest(Dialect dialect) {
    world = new ConnectWorld(dialect);
  }

  @BeforeEach
  void fillEveryColumn() {
    first = world.connectedFor("ada");
    second = world.connectedFor("grace");
    world.planRevocation(first);
    world.leave(world.invite());
    world.makeSigningKey();
    world.beginAudit();
    world.makeAddresses(first);
    SignOnWorld.on(world.database, world.vault, world.server, world.clock)
        .fill(ConnectWorld.TENANT);
  }

  @Test
  void should_know_every_binary_column_as_sealed() throws SQLException {
    List<String> known = new ArrayList<>(SEALED_AS_A_WHOLE);
    columns().forEach(column -> known.add(column.toString()));

    assertThat(binaryColumns()).hasSizeGreaterThan(6).containsExactlyInAnyOrderElementsOf(known);
  }

  @Test
  void should_find_what_the_server_sealed_where_its_names_say() {
    var filled = sealedRows();

    assertThat(filled)
        .as("fillEveryColumn() has the server seal something in every column")
        .extracting(SealedRow::column)
        .containsAll(columns());
    assertThat(filled)
        .allSatisfy(
            row ->
                assertThatCode(() -> world.vault.open(row.place(), row.bytes()))
                    .doesNotThrowAnyException());
  }

  @Test
  void should_not_open_what_was_moved_to_another_row() {
    assertClosed(row -> row.column().place(row.tenantId(), row.id() + "2"));
  }

  @Test
  void should_not_open_what_was_moved_to_another_tenant() {
    assertClosed(
        row ->
            new Place(
                ConnectWorld.OTHER_TENANT, row.column().table(), row.id(), row.column().name()));
  }

  @Test
  void should_not_open_what_was_moved_to_another_column() {
    columns()
        .forEach(
            other ->
                assertClosed(
                    row ->
                        new Place(
                            row.place().tenantId(), row.column().table(), row.id(), other.name())));
  }

  @Test
  void should_not_open_what_was_moved_to_another_table() {
    columns()
        .forEach(
            other ->
                assertClosed(
                    row ->
                        new Place(
                            row.place().tenantId(), other.table(), row.id(), row.column().name())));
  }

  @Test
  void should_refuse_a_grant_when_the_database_holds_anothers_in_its_place() throws SQLException {
    update(
        "update credential set sealed_grant = (select o.sealed_grant from credential o"
            + " where o.connection_id = '"
            + second
            + "') where connection_id = '"
            + first
            + "'");

    assertThatThrownBy(() -> world.grants.find(new Holder(ConnectWorld.TENANT, first)))
        .hasMessageContaining("was not sealed for it");
    assertThat(world.grants.find(new Holder(ConnectWorld.TENANT, second))).isPresent();
  }

  @Test
  void should_refuse_a_client_secret_when_the_database_gives_it_to_another_tenant()
      throws SQLException {
    update(
        "update integration set tenant_id = '"
            + ConnectWorld.OTHER_TENANT
            + "' where id = '"
            + world.integrationId
            + "'");

    assertThatThrownBy(
            () ->
                world.inTransaction(
                    () ->
                        world.secrets.clientSecret(
                            world
                                .integrations
                                .find(ConnectWorld.OTHER_TENANT, world.integrationId)
                                .orElseThrow())))
        .hasMessageContaining("was not sealed for it");
  }

  /** Every value in the database, at the place that it would be moved to. */
  private void assertClosed(Function<SealedRow, Place> moved) {
    for (SealedRow row : sealedRows()) {
      Place place = moved.apply(row);
      if (!place.equals(row.place()) && opens(place, row.bytes())) {
        throw new AssertionError("let through: " + row.column() + " opens at " + place);
      }
    }
  }

  private boolean opens(Place place, byte[] sealed) {
    try {
      Secret secret = world.vault.open(place, sealed);
      return secret != null;
    } catch (IllegalStateException closed) {
      return false;
    }
  }

  private List<SealedColumn> columns() {
    return new SealedColumns(world.database.dataSource()).all();
  }

  private List<SealedRow> sealedRows() {
    List<SealedRow> rows = new ArrayList<>();
    columns().forEach(column -> rows.addAll(SealedRow.in(world.database, column)));
    return rows;
  }

  private List<String> binaryColumns() throws SQLException {
    return SealedRow.binaryColumns(world.database);
  }

  private void update(String sql) throws SQLException {
    try (Connection connection = world.database.dataSource().getConnection();
        var statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isEqualTo(1);
    }
  }
}
