package dev.patchbay.sandbox.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.state.State;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;

/** The things of one kind in all workspaces, each by its workspace and its own id. */
final class Documents {
  private final ConcurrentSkipListMap<String, ObjectNode> byKey = new ConcurrentSkipListMap<>();
  private final State state;
  private final String prefix;

  Documents(State state, String kind) {
    this.state = state;
    this.prefix = "slack/" + kind + "/";
    state.each(
        prefix, (key, json) -> byKey.put(key.substring(prefix.length()), Json.trusted(json)));
  }

  void put(String team, String id, ObjectNode document) {
    byKey.put(key(team, id), document);
    state.put(prefix + key(team, id), document);
  }

  void remove(String team, String id) {
    byKey.remove(key(team, id));
    state.remove(prefix + key(team, id));
  }

  Optional<ObjectNode> find(String team, String id) {
    return Optional.ofNullable(byKey.get(key(team, id))).map(ObjectNode::deepCopy);
  }

  Optional<ObjectNode> first(String team, Predicate<ObjectNode> which) {
    return all(team).stream().filter(which).findFirst();
  }

  /** Those of a workspace, by their ids. */
  List<ObjectNode> all(String team) {
    return byKey.subMap(team + "/", team + "0").values().stream()
        .map(ObjectNode::deepCopy)
        .toList();
  }

  private static String key(String team, String id) {
    return team + "/" + id;
  }
}
