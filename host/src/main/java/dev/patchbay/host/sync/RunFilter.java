package dev.patchbay.host.sync;

import dev.patchbay.host.problem.ProblemException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which runs a list shows. */
record RunFilter(Optional<String> type, Optional<RunState> state) {
  static final RunFilter NONE = new RunFilter(Optional.empty(), Optional.empty());

  /**
   * @param type null for all
   * @param state null for all; a word that is no state of a run is a 400 that names those there are
   */
  static RunFilter of(String type, String state) {
    return new RunFilter(
        Optional.ofNullable(type), Optional.ofNullable(state).map(RunFilter::state));
  }

  private static RunState state(String text) {
    return Arrays.stream(RunState.values())
        .filter(state -> state.name().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(() -> ProblemException.badParameter("state", "must be one of " + all()));
  }

  private static String all() {
    return Arrays.stream(RunState.values()).map(Enum::name).collect(Collectors.joining(", "));
  }

  /** Fills four places of a statement. */
  void set(PreparedStatement statement, int from) throws SQLException {
    statement.setString(from, type.orElse(null));
    statement.setString(from + 1, type.orElse(null));
    statement.setString(from + 2, state.map(RunState::name).orElse(null));
    statement.setString(from + 3, state.map(RunState::name).orElse(null));
  }
}
