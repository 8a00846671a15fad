package dev.patchbay.sandbox.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults that wait for their requests; the first rule that covers a request strikes. */
public final class Faults {
  private final List<FaultRule> rules = new ArrayList<>();
  private int made;

  /** Queues a rule and answers it with its id. */
  public synchronized ObjectNode add(ObjectNode spec) {
    FaultRule rule = FaultRule.of("fault-" + ++made, spec);
    rules.add(rule);
    return rule.document();
  }

  public synchronized List<ObjectNode> waiting() {
    return rules.stream().map(FaultRule::document).toList();
  }

  public synchronized void clear() {
    rules.clear();
  }

  /** The specification of the fault that strikes this request, if one does. */
  public synchronized Optional<ObjectNode> strike(Request request) {
    Optional<FaultRule> struck = rules.stream().filter(r -> r.strikes(request)).findFirst();
    rules.removeIf(FaultRule::spent);
    return struck.map(FaultRule::spec);
  }
}
