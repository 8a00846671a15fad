package dev.patchbay.host.action;

import dev.patchbay.api.action.ActionDescriptor;
import dev.patchbay.host.connection.ConnectionActions;
import dev.patchbay.host.integration.SettingsCheck;
import dev.patchbay.host.problem.ProblemException;
import dev.patchbay.host.problem.ProblemType;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What can be done over a connection, and whether a request fits it. */
@Singleton
public class OfferedActions {
  private final ConnectionActions connections;

  @Inject
  public OfferedActions(ConnectionActions connections) {
    this.connections = connections;
  }

  List<ActionDescriptor<?, ?>> of(String tenantId, String connectionId) {
    return connections.offered(tenantId, connectionId);
  }

  /**
   * @throws ProblemException if the connection is not there or offers no such action (404)
   */
  ActionDescriptor<?, ?> require(String tenantId, String connectionId, String name) {
    var offered = of(tenantId, connectionId);
    return offered.stream()
        .filter(action -> action.name().equals(name))
        .findFirst()
        .orElseThrow(() -> unknown(connectionId, name, offered));
  }

  /**
   * What is given, as the action declares it.
   *
   * @throws ProblemException if it does not fit, naming every field at fault (422)
   */
  Map<String, Object> accept(
      String tenantId, String connectionId, String name, Map<String, Object> given) {
    var action = require(tenantId, connectionId, name);
    var check = new SettingsCheck(action.fields(), "");
    var accepted = check.accept(given);
    if (!check.errors().isEmpty()) {
      throw ProblemException.invalid(check.errors());
    }
    requireReadable(tenantId, connectionId, action, accepted);
    return accepted;
  }

  private void requireReadable(
      String tenantId,
      String connectionId,
      ActionDescriptor<?, ?> action,
      Map<String, Object> input) {
    try {
      connections.compute(tenantId, connectionId, () -> action.input().read(input));
    } catch (IllegalArgumentException e) {
      throw ProblemException.of(ProblemType.INVALID_CONTENT, e.getMessage()).causedBy(e);
    }
  }

  private static ProblemException unknown(
      String connectionId, String name, List<ActionDescriptor<?, ?>> offered) {
    var there = offered.stream().map(ActionDescriptor::name).collect(Collectors.joining(", "));
    return ProblemException.of(
        ProblemType.NOT_FOUND,
        "The connection %s does not offer %s; it offers %s."
            .formatted(connectionId, name, there.isEmpty() ? "no actions" : there));
  }
}
