package dev.patchbay.host.audit;

import dev.patchbay.api.setting.Secret;
import dev.patchbay.host.credential.Place;
import dev.patchbay.host.credential.Vault;
import dev.patchbay.host.persistence.Jdbc;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where each chain ends. Whoever appends holds the chain's row until the commit, so that two nodes
 * make one chain and not two; and seals the new end, so that nobody who only has the database can
 * shorten a chain or write it anew.
 */
@Singleton
public class AuditChains {
  private static final String LOCK =
      "select sequence_number, hash from audit_chain where tenant_id = ? for update";
  private static final String LOOK =
      "select sequence_number, hash, sealed_head from audit_chain where tenant_id = ?";
  private static final String ADVANCE =
      "update audit_chain set sequence_number = ?, hash = ?, sealed_head = ? where tenant_id = ?";
  private static final String BEGIN =
      "insert into audit_chain (sequence_number, hash, sealed_head, tenant_id) values (?, ?, ?, ?)";

  private final Jdbc jdbc;
  private final Vault vault;

  @Inject
  public AuditChains(Jdbc jdbc, Vault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  /** Appends, in the running transaction, what is made of the chain's end; never nothing. */
  void append(String chain, Function<ChainHead, List<AuditEvent>> links) {
    ChainHead head = locked(chain).orElseGet(() -> begun(chain));
    List<AuditEvent> events = links.apply(head);
    try {
      AuditStore.insert(jdbc.connection(), events);
      write(ADVANCE, chain, events.get(events.size() - 1).head());
    } catch (SQLException e) {
      throw new IllegalStateException("The audit of " + chain + " cannot be written", e);
    }
  }

  /** Returns the end as it is written down, and as it was sealed. */
  Optional<KnownEnd> end(String chain) {
    try (PreparedStatement statement = jdbc.connection().prepareStatement(LOOK)) {
      statement.setString(1, chain);
      try (ResultSet row = statement.executeQuery()) {
        return row.next()
            ? Optional.of(new KnownEnd(head(row), opened(chain, row.getBytes(3))))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The audit of " + chain + " cannot be read", e);
    }
  }

  private Optional<ChainHead> locked(String chain) {
    try (PreparedStatement statement = jdbc.connection().prepareStatement(LOCK)) {
      statement.setString(1, chain);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(head(row)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The audit of " + chain + " cannot be locked", e);
    }
  }

  private ChainHead begun(String chain) {
    try {
      jdbc.insertOnce(() -> write(BEGIN, chain, ChainHead.NONE));
    } catch (SQLException e) {
      throw new IllegalStateException("The audit of " + chain + " cannot begin", e);
    }
    return locked(chain).orElseThrow();
  }

  private void write(String sql, String chain, ChainHead head) throws SQLException {
    Connection database = jdbc.connection();
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      statement.setLong(1, head.sequence());
      statement.setString(2, head.hash());
      statement.setBytes(3, vault.seal(place(chain), Secret.of(head.text())));
      statement.setString(4, chain);
      statement.executeUpdate();
    }
  }

  private String opened(String chain, byte[] sealed) {
    try {
      return vault.open(place(chain), sealed).reveal();
    } catch (IllegalStateException forged) {
      return "";
    }
  }

  private static ChainHead head(ResultSet row) throws SQLException {
    return new ChainHead(row.getLong(1), row.getString(2));
  }

  private static Place place(String chain) {
    return new Place(chain, "audit_chain", chain, "sealed_head");
  }

  /** What the database says where a chain ends, and what the seal says; empty if it is none. */
  record KnownEnd(ChainHead head, String sealed) {
    boolean isGenuine() {
      return head.text().equals(sealed);
    }
  }
}
