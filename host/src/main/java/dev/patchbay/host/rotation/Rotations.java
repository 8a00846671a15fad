package dev.patchbay.host.rotation;

import dev.patchbay.host.page.PageQuery;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

/** The rotations of this server; every call needs a transaction. */
@Singleton
public class Rotations {
  private final EntityManager entities;

  @Inject
  public Rotations(EntityManager entities) {
    this.entities = entities;
  }

  void add(Rotation rotation) {
    entities.persist(rotation);
    entities.flush();
  }

  Optional<Rotation> find(String id) {
    return Optional.ofNullable(entities.find(Rotation.class, id));
  }

  Rotation toChange(String id) {
    return entities.find(Rotation.class, id, LockModeType.PESSIMISTIC_WRITE);
  }

  Optional<String> running() {
    return entities
        .createQuery("select r.id from Rotation r where r.state = :running", String.class)
        .setParameter("running", RotationState.RUNNING)
        .getResultStream()
        .findFirst();
  }

  List<Rotation> list(PageQuery page) {
    return entities
        .createQuery("select r from Rotation r where r.id > :after order by r.id", Rotation.class)
        .setParameter("after", page.after())
        .setMaxResults(page.rows())
        .getResultList();
  }
}
