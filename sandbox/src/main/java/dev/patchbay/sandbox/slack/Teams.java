package dev.patchbay.sandbox.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.state.State;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** The workspaces, and what is in them. */
final class Teams {
  private static final String PREFIX = "slack/team/";

  private final Map<String, Team> byId = new ConcurrentSkipListMap<>();
  private final State state;
  private final Documents users;
  private final Documents channels;
  private final Documents messages;

  Teams(State state) {
    this.state = state;
    this.users = new Documents(state, "user");
    this.channels = new Documents(state, "channel");
    this.messages = new Documents(state, "message");
    state.each(
        PREFIX,
        (key, json) -> {
          Team team = Team.of(Json.trusted(json));
          byId.put(team.id(), team);
        });
  }

  List<Team> all() {
    return List.copyOf(byId.values());
  }

  Optional<Team> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  void add(Team team) {
    byId.put(team.id(), team);
    ObjectNode document = team.document();
    state.put(PREFIX + team.id(), document);
  }

  Documents users() {
    return users;
  }

  Documents channels() {
    return channels;
  }

  Documents messages() {
    return messages;
  }
}
