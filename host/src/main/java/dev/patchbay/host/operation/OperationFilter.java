package dev.patchbay.host.operation;

import dev.patchbay.api.error.IntegrationException;
import dev.patchbay.host.problem.ProblemException;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The filters of the log's lists; a resource takes them as a bean parameter. */
public class OperationFilter {

  private static final Set<String> CATEGORIES =
      Stream.of(IntegrationException.class.getPermittedSubclasses())
          .map(Class::getSimpleName)
          .collect(Collectors.toUnmodifiableSet());

  @QueryParam("connection")
  private String connection;

  @QueryParam("category")
  private String category;

  @QueryParam("from")
  private String from;

  @QueryParam("to")
  private String to;

  /** For the container. */
  public OperationFilter() {}

  OperationQuery of(String tenantId, String run) {
    return new OperationQuery(
        tenantId,
        Optional.ofNullable(connection),
        Optional.ofNullable(run),
        Optional.ofNullable(category).map(OperationFilter::known),
        Optional.ofNullable(from).map(text -> time("from", text)),
        Optional.ofNullable(to).map(text -> time("to", text)));
  }

  private static String known(String category) {
    if (!CATEGORIES.contains(category)) {
      throw ProblemException.badParameter(
          "category", "must be one of " + String.join(", ", CATEGORIES.stream().sorted().toList()));
    }
    return category;
  }

  private static Instant time(String name, String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw ProblemException.badParameter(
          name, "must be a time with its offset, such as 2026-11-22T18:00:00Z");
    }
  }
}
