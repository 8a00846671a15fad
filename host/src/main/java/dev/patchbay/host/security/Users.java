package dev.patchbay.host.security;

import dev.patchbay.host.page.PageQuery;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/** The people who can sign in. */
@Singleton
public class Users {
  private final EntityManager entities;

  @Inject
  public Users(EntityManager entities) {
    this.entities = entities;
  }

  void add(User user) {
    entities.persist(user);
    entities.flush();
  }

  List<User> list(String tenantId, PageQuery page) {
    return entities
        .createQuery(
            "select u from User u where u.tenantId = :tenant and u.id > :after order by u.id",
            User.class)
        .setParameter("tenant", tenantId)
        .setParameter("after", page.after())
        .setMaxResults(page.rows())
        .getResultList();
  }

  /** Removes a user of this tenant and tells whether there was one. */
  boolean remove(String tenantId, String id) {
    return entities
            .createQuery("delete from User u where u.tenantId = :tenant and u.id = :id")
            .setParameter("tenant", tenantId)
            .setParameter("id", id)
            .executeUpdate()
        > 0;
  }

  Optional<User> find(String tenantId, String id) {
    return Optional.ofNullable(entities.find(User.class, id))
        .filter(user -> user.tenantId().equals(tenantId));
  }

  /** Puts a stronger hash of the same password in the place of one that nobody changed since. */
  void strengthen(User user, String stronger) {
    entities
        .createQuery(
            "update User u set u.passwordHash = :stronger"
                + " where u.id = :id and u.passwordHash = :weak")
        .setParameter("stronger", stronger)
        .setParameter("id", user.id())
        .setParameter("weak", user.passwordHash().orElseThrow())
        .executeUpdate();
  }

  boolean isEmpty() {
    return entities
        .createQuery("select u.id from User u", String.class)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /** Finds by the name used to sign in, which is unique across tenants. */
  Optional<User> named(String name) {
    return entities
        .createQuery("select u from User u where u.name = :name", User.class)
        .setParameter("name", name)
        .getResultStream()
        .findFirst();
  }

  /** Finds whom an issuer knows by that name; names of issuers and subjects are exact. */
  Optional<User> knownTo(String tenantId, String issuer, String subject) {
    return entities
        .createQuery(
            "select u from User u where u.tenantId = :tenant and u.issuer = :issuer"
                + " and u.externalSubject = :subject",
            User.class)
        .setParameter("tenant", tenantId)
        .setParameter("issuer", issuer)
        .setParameter("subject", subject)
        .getResultStream()
        .findFirst();
  }

  /** Finds as whom an admin awaits somebody with this address, which is in lower case. */
  Optional<User> awaiting(String tenantId, String email) {
    return entities
        .createQuery(
            "select u from User u where u.tenantId = :tenant and u.awaitedEmail = :email",
            User.class)
        .setParameter("tenant", tenantId)
        .setParameter("email", email)
        .getResultStream()
        .findFirst();
  }

  /** Whether somebody with this role has come in from the issuer and still may. */
  boolean hasOneFrom(String tenantId, String issuer, String role) {
    return entities
        .createQuery(
            "select u from User u where u.tenantId = :tenant and u.issuer = :issuer"
                + " and u.disabled = false",
            User.class)
        .setParameter("tenant", tenantId)
        .setParameter("issuer", issuer)
        .getResultStream()
        .anyMatch(user -> user.roles().contains(role));
  }

  /** Finds whom a token names; the token, not the caller, says which tenant. */
  Optional<User> ofToken(String id) {
    return Optional.ofNullable(entities.find(User.class, id)).filter(user -> !user.isDisabled());
  }
}
