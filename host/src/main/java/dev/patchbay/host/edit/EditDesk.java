package dev.patchbay.host.edit;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.patchbay.host.edit.AnsweredRequests.Answered;
import dev.patchbay.host.json.Json;
import dev.patchbay.host.persistence.Database;
import dev.patchbay.host.record.RecordStore;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Does what a request asks for once, however often it comes: edit, outbox and answer are one
 * commit. It takes its places in the tenant's feed first; that keeps every other writer of the
 * tenant's records waiting, so an edit is made of what is there.
 */
@Singleton
public class EditDesk {
  private static final Duration KEPT = Duration.ofHours(24);

  private final Database database;
  private final RecordStore store;
  private final AnsweredRequests answers;
  private final Clock clock;

  @Inject
  public EditDesk(Database database, RecordStore store, AnsweredRequests answers, Clock clock) {
    this.database = database;
    this.store = store;
    this.answers = answers;
    this.clock = clock;
  }

  /**
   * Returns the answer as JSON.
   *
   * @param places how many records may change
   */
  String answer(KeyedRequest request, int places, Work work) {
    return database.write(
        connection -> {
          long first = store.takeChanges(connection, request.tenantId(), places);
          Optional<String> known = known(connection, request);
          return known.isPresent() ? known.get() : answered(connection, request, first, work);
        });
  }

  private Optional<String> known(Connection connection, KeyedRequest request) throws SQLException {
    if (request.key().isEmpty()) {
      return Optional.empty();
    }
    Optional<Answered> earlier = answers.find(connection, request);
    if (earlier.filter(answer -> !answer.requestHash().equals(request.hash())).isPresent()) {
      throw request.key().orElseThrow().taken();
    }
    return earlier.map(Answered::json);
  }

  private String answered(Connection connection, KeyedRequest request, long first, Work work)
      throws SQLException {
    String json = json(work.on(connection, first));
    if (request.key().isPresent()) {
      answers.forget(connection, clock.instant().minus(KEPT));
      answers.insert(connection, request, new Answered(request.hash(), 200, json), clock.instant());
    }
    return json;
  }

  private static String json(Object answer) {
    try {
      return Json.mapper().writeValueAsString(answer);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A record cannot be written as JSON", e);
    }
  }

  /** What is asked for, given the first of its places in the feed. */
  @FunctionalInterface
  interface Work {
    Object on(Connection connection, long firstSeq) throws SQLException;
  }
}
