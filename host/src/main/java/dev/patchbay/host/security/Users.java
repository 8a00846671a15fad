package dev.patchbay.host.security;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
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

  /** Finds whom a token names; the token, not the caller, says which tenant. */
  Optional<User> ofToken(String id) {
    return Optional.ofNullable(entities.find(User.class, id));
  }
}
