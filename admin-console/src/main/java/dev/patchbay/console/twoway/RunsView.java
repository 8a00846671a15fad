package dev.patchbay.console.twoway;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import dev.patchbay.console.connection.ConnectionTabs.Tab;
import dev.patchbay.console.live.Pulse;
import dev.patchbay.console.signin.Visitor;
import dev.patchbay.console.sync.SyncRun;
import dev.patchbay.console.sync.SyncRuns;
import dev.patchbay.console.ui.EmptyState;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The runs of a connection, the newest first, with what became of each item. */
@Route("connections/:connection/sync-runs")
@PermitAll
class RunsView extends ConnectionPage {
  private static final Duration BEAT = Duration.ofSeconds(3);
  private static final Map<String, String> STATES = states();

  private final transient Pulse pulse;
  private String state = "";
  private transient List<SyncRun> newest = List.of();

  @Inject
  RunsView(Visitor visitor, Pulse pulse) {
    super(visitor, Tab.RUNS, "Every execution of a sync, and what became of each item.");
    this.pulse = pulse;
  }

  private static Map<String, String> states() {
    Map<String, String> states = new LinkedHashMap<>();
    states.put("All", "");
    states.put("Failed", "FAILED");
    states.put("Waiting for your word", "AWAITING_CONFIRMATION");
    states.put("Done", "SUCCEEDED");
    return states;
  }

  @Override
  void enter(BeforeEnterEvent event) {
    state =
        event
            .getLocation()
            .getQueryParameters()
            .getSingleParameter("state")
            .filter(STATES::containsValue)
            .orElse("");
    newest = first();
    show();
    pulse.follow(content(), BEAT, this::first, this::heard);
  }

  private List<SyncRun> first() {
    return runs().page(id(), state, Optional.empty()).items();
  }

  private boolean heard(List<SyncRun> now) {
    if (!now.equals(newest)) {
      newest = now;
      show();
    }
    return true;
  }

  private void show() {
    content().removeAll();
    Map<String, String> choices = new LinkedHashMap<>();
    String here = Tab.RUNS.address(id());
    STATES.forEach((words, value) -> choices.put(words, here + query(value)));
    content()
        .add(
            new Choices("Which runs", choices, shown()),
            new LongList<>(cursor -> runs().page(id(), state, cursor), RunCard::new, none()));
  }

  private static String query(String value) {
    return value.isEmpty() ? "" : "?state=" + value;
  }

  private String shown() {
    return STATES.entrySet().stream()
        .filter(entry -> entry.getValue().equals(state))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  private SyncRuns runs() {
    return new SyncRuns(host());
  }

  private EmptyState none() {
    return state.isEmpty()
        ? new EmptyState(
            "sync",
            "Nothing was synced yet",
            "Each run stands here with its counts: what was new, changed, deleted or unchanged,"
                + " what was sent, and what went wrong in the service's own words.")
        : new EmptyState(
            "check", "No such run", "Runs that ended this way stand here, the newest first.");
  }
}
