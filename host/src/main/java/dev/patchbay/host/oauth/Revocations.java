package dev.patchbay.host.oauth;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.patchbay.api.error.IntegrationException;
import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.setting.Secret;
import dev.patchbay.host.credential.Vault;
import dev.patchbay.host.ids.Ids;
import dev.patchbay.host.integration.Integration;
import dev.patchbay.host.json.Json;
import dev.patchbay.host.persistence.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells services that grants are over. What is to be told is written down first, in the transaction
 * that ends the local use, so that a service that is down or a crash delays it and no more.
 */
@Singleton
public class Revocations {
  private static final System.Logger LOG = System.getLogger(Revocations.class.getName());

  private final EntityManager entities;
  private final OAuthClients clients;
  private final Vault vault;
  private final Transactions transactions;
  private final Ids ids;
  private final Clock clock;

  @Inject
  public Revocations(
      EntityManager entities,
      OAuthClients clients,
      Vault vault,
      Transactions transactions,
      Ids ids,
      Clock clock) {
    this.entities = entities;
    this.clients = clients;
    this.vault = vault;
    this.transactions = transactions;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Writes down, in the running transaction, that a grant is to be revoked.
   *
   * @return nothing if there is nobody to tell, since it was typed in
   */
  public Optional<String> plan(Integration integration, Grant grant) {
    return integration.clientId().isEmpty() || grant.isTypedIn()
        ? Optional.empty()
        : Optional.of(write(integration, grant));
  }

  private String write(Integration integration, Grant grant) {
    var identity = clients.identity(integration);
    var pending =
        new PendingRevocation(
            ids.next("rev"), integration.tenantId(), integration.plugin(), clock.instant());
    var content =
        new Content(
            identity.clientId(),
            identity.clientSecret().reveal(),
            identity.redirectUri(),
            identity.places(),
            grant.revocable().reveal());
    pending.hold(vault.seal(pending.place(), content.toSecret()));
    entities.persist(pending);
    return pending.id();
  }

  /** Tells the service, and keeps what could not be told for later. */
  public void attempt(String id) {
    find(id).ifPresent(this::attempt);
  }

  /** Tries everything that could not be told so far. */
  public void attemptAll() {
    transactions
        .callAlone(
            () ->
                entities
                    .createQuery("select r.id from PendingRevocation r order by r.id", String.class)
                    .getResultList())
        .forEach(this::attempt);
  }

  private void attempt(PendingRevocation pending) {
    try {
      var content = Content.of(vault.open(pending.place(), pending.sealed()));
      clients
          .of(pending.plugin(), content.identity(), pending.tenantId())
          .revoke(Secret.of(content.token()));
      forget(pending.id());
    } catch (Rejected e) {
      LOG.log(Level.WARNING, pending.plugin() + " refused to revoke a grant: " + e.getMessage());
      forget(pending.id());
    } catch (IntegrationException e) {
      LOG.log(Level.WARNING, pending.plugin() + " could not be told yet: " + e.getMessage());
      countFailure(pending.id());
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "The revocation " + pending.id() + " cannot be told to anybody", e);
      countFailure(pending.id());
    }
  }

  private Optional<PendingRevocation> find(String id) {
    return transactions.callAlone(
        () -> Optional.ofNullable(entities.find(PendingRevocation.class, id)));
  }

  private void forget(String id) {
    transactions.runAlone(
        () ->
            entities
                .createQuery("delete from PendingRevocation r where r.id = :id")
                .setParameter("id", id)
                .executeUpdate());
  }

  private void countFailure(String id) {
    transactions.runAlone(
        () ->
            Optional.ofNullable(entities.find(PendingRevocation.class, id))
                .ifPresent(PendingRevocation::failedOnceMore));
  }

  List<PendingRevocation> pending() {
    return transactions.callAlone(
        () ->
            entities
                .createQuery(
                    "select r from PendingRevocation r order by r.id", PendingRevocation.class)
                .getResultList());
  }

  private record Content(
      String clientId,
      String clientSecret,
      String redirectUri,
      Map<String, String> places,
      String token) {

    static Content of(Secret written) {
      try {
        return Json.mapper().readValue(written.reveal(), Content.class);
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("A stored revocation cannot be read");
      }
    }

    Secret toSecret() {
      try {
        return Secret.of(Json.mapper().writeValueAsString(this));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("A revocation cannot be written");
      }
    }

    ClientIdentity identity() {
      return new ClientIdentity(
          clientId, Secret.of(clientSecret), redirectUri, places == null ? Map.of() : places);
    }

    @Override
    public String toString() {
      return "Content[" + clientId + "]";
    }
  }
}
