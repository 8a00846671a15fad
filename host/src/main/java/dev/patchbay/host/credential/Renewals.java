package dev.patchbay.host.credential;

import dev.patchbay.api.setting.Secret;
import dev.patchbay.host.persistence.Database;
import dev.patchbay.host.persistence.Dialect;
import dev.patchbay.host.persistence.SqlInstant;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a renewal does to a credential. Each statement stands on its own, on a plain connection:
 * nobody renews within a transaction, since none may wait for a service, and a token that many wait
 * for should not wait for the container.
 */
@Singleton
public class Renewals {
  private static final int MOST_WORDS = 1_000;
  private static final int SECONDS_FOR_A_LOCK = 1;
  private static final String OF_HOLDER = " where tenant_id = ? and connection_id = ?";
  private static final String NEW_END = "current_timestamp + interval '%d' second";
  private static final String CONTENT = "select sealed_grant, version, refusal from ";
  private static final String FIND = CONTENT + "credential" + OF_HOLDER;

  /** Which may be leased. */
  static final String FREE =
      " and refusal is null" + " and (lease_until is null or lease_until <= current_timestamp)";

  private static final String LEASE =
      "update credential set lease_owner = ?, lease_until = "
          + NEW_END
          + OF_HOLDER
          + " and version = ?"
          + FREE;
  private static final String PROLONG =
      "update credential set lease_until = " + NEW_END + OF_HOLDER + " and lease_owner = ?";
  private static final String RELEASE =
      "update credential set lease_owner = null, lease_until = null"
          + OF_HOLDER
          + " and lease_owner = ?";

  /** What becomes of the other columns when the content is another. */
  static final String NEXT =
      " version = version + 1, refusal = null, lease_owner = null, lease_until = null";

  private static final String EXCHANGE =
      "update credential set sealed_grant = ?, ends_at = ?,"
          + NEXT
          + OF_HOLDER
          + " and version = ?";
  private static final String REFUSE =
      "update credential set refusal = ?" + OF_HOLDER + " and version = ?";

  private final Database database;
  private final Vault vault;
  private final String lease;
  private final RenewalGroups groups;

  @Inject
  public Renewals(Database database, Dialect dialect, Vault vault) {
    this.database = database;
    this.vault = vault;
    this.lease =
        switch (dialect) {
          case POSTGRESQL -> LEASE + " returning sealed_grant, version, refusal";
          case H2 -> CONTENT + "final table (" + LEASE + ")";
        };
    this.groups = RenewalGroups.on(database, dialect);
  }

  public Optional<Kept> find(Holder holder) {
    return content(holder, FIND, statement -> of(holder, statement, 1));
  }

  /**
   * Takes the right to renew this version, unless somebody else has it or has renewed it, or the
   * service has called it dead. Its end is by the database's clock, since nodes may disagree about
   * theirs.
   *
   * @return the content of this version if the right was free
   */
  public Optional<Kept> lease(Holder holder, long version, String owner, Duration time) {
    return groups
        .lease(holder, version, owner, time)
        .map(copy -> copy.open(vault, holder))
        .or(() -> leaseAlone(holder, version, owner, time));
  }

  private Optional<Kept> leaseAlone(Holder holder, long version, String owner, Duration time) {
    return content(
        holder,
        lease.formatted(time.toSeconds()),
        statement -> {
          statement.setString(1, owner);
          of(holder, statement, 2);
          statement.setLong(4, version);
        });
  }

  /**
   * Has the right end so much later than now, if it is still the owner's.
   *
   * @throws dev.patchbay.host.persistence.DatabaseFailure also if another holds the row for long
   */
  public void prolong(Holder holder, String owner, Duration time) {
    hasChanged(
        PROLONG.formatted(time.toSeconds()),
        statement -> {
          statement.setQueryTimeout(SECONDS_FOR_A_LOCK);
          of(holder, statement, 1);
          statement.setString(3, owner);
        });
  }

  /** Gives the right back, if it is still the owner's. */
  public void release(Holder holder, String owner) {
    hasChanged(
        RELEASE,
        statement -> {
          of(holder, statement, 1);
          statement.setString(3, owner);
        });
  }

  /** Replaces a content unless it has changed since, and tells whether it did; ends the lease. */
  public boolean exchange(Holder holder, long version, Secret content, Optional<Instant> endsAt) {
    byte[] sealed = vault.seal(holder.place(), content);
    return groups.exchange(holder, version, sealed, endsAt)
        || exchangeAlone(holder, version, sealed, endsAt);
  }

  private boolean exchangeAlone(
      Holder holder, long version, byte[] sealed, Optional<Instant> endsAt) {
    return hasChanged(
        EXCHANGE,
        statement -> {
          statement.setBytes(1, sealed);
          SqlInstant.set(statement, 2, endsAt.orElse(null));
          of(holder, statement, 3);
          statement.setLong(5, version);
        });
  }

  /** Writes down that the service has called this version dead, until another takes its place. */
  public void refuse(Holder holder, long version, String words) {
    hasChanged(
        REFUSE,
        statement -> {
          statement.setString(
              1, words.length() <= MOST_WORDS ? words : words.substring(0, MOST_WORDS));
          of(holder, statement, 2);
          statement.setLong(4, version);
        });
  }

  private Optional<Kept> content(Holder holder, String sql, Setting values) {
    return database
        .read(
            connection -> {
              try (PreparedStatement statement = connection.prepareStatement(sql)) {
                values.set(statement);
                ResultSet row = statement.executeQuery();
                return row.next()
                    ? Optional.of(SealedCopy.of(row, 1))
                    : Optional.<SealedCopy>empty();
              }
            })
        .map(copy -> copy.open(vault, holder));
  }

  private static void of(Holder holder, PreparedStatement statement, int parameter)
      throws SQLException {
    statement.setString(parameter, holder.tenantId());
    statement.setString(parameter + 1, holder.connectionId());
  }

  private boolean hasChanged(String sql, Setting values) {
    return database.read(connection -> hasChanged(connection, sql, values));
  }

  private static boolean hasChanged(Connection connection, String sql, Setting values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      values.set(statement);
      return statement.executeUpdate() == 1;
    }
  }

  /** Sets the values of a statement. */
  @FunctionalInterface
  private interface Setting {
    void set(PreparedStatement statement) throws SQLException;
  }
}
