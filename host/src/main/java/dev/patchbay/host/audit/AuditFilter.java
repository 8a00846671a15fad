package dev.patchbay.host.audit;

import dev.patchbay.host.problem.ProblemException;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** The filters of the audit's list; the resource takes them as a bean parameter. */
public class AuditFilter {
  @QueryParam("action")
  private String action;

  @QueryParam("actor")
  private String actor;

  @QueryParam("target")
  private String target;

  @QueryParam("outcome")
  private String outcome;

  @QueryParam("from")
  private String from;

  @QueryParam("to")
  private String to;

  /** For the container. */
  public AuditFilter() {}

  AuditQuery of(String chain) {
    return new AuditQuery(
        chain,
        Optional.ofNullable(action),
        Optional.ofNullable(actor),
        Optional.ofNullable(target),
        Optional.ofNullable(outcome).map(AuditFilter::known),
        Optional.ofNullable(from).map(text -> time("from", text)),
        Optional.ofNullable(to).map(text -> time("to", text)));
  }

  private static Outcome known(String text) {
    for (Outcome outcome : Outcome.values()) {
      if (outcome.text().equals(text)) {
        return outcome;
      }
    }
    throw ProblemException.badParameter("outcome", "must be done or refused");
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
