package dev.patchbay.sandbox.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.SimulatedProvider;
import dev.patchbay.sandbox.fault.FaultKind;
import dev.patchbay.sandbox.fault.Faults;
import dev.patchbay.sandbox.http.Answer;
import dev.patchbay.sandbox.http.ControlBody;
import dev.patchbay.sandbox.http.Request;
import dev.patchbay.sandbox.http.Routes;
import java.util.List;

/** The control API that is the same for every provider: what is here, faults, request log. */
final class SandboxControl {
  private final List<SimulatedProvider> providers;
  private final Faults faults;
  private final RequestLog log;

  SandboxControl(List<SimulatedProvider> providers, Faults faults, RequestLog log) {
    this.providers = providers;
    this.faults = faults;
    this.log = log;
  }

  void declare(Routes routes) {
    routes
        .get("/control", request -> Answer.json(200, overview()))
        .get("/control/faults", request -> Answer.json(200, waiting()))
        .post("/control/faults", this::addFault)
        .delete("/control/faults", request -> done(faults::clear))
        .get("/control/requests", request -> Answer.json(200, log.document()))
        .delete("/control/requests", request -> done(log::clear));
  }

  private static Answer done(Runnable change) {
    change.run();
    return Answer.empty(204);
  }

  private ObjectNode overview() {
    ObjectNode document = FaultKind.catalogue();
    ArrayNode list = document.putArray("providers");
    for (SimulatedProvider provider : providers) {
      ArrayNode hosts = list.addObject().put("id", provider.id()).putArray("hosts");
      provider.hosts().forEach(hosts::add);
    }
    return document;
  }

  private ObjectNode waiting() {
    ObjectNode document = FaultKind.catalogue();
    document.putArray("waiting").addAll(faults.waiting());
    return document;
  }

  private Answer addFault(Request request) {
    ObjectNode spec = ControlBody.of(request);
    if (FaultKind.named(ControlBody.text(spec, "fault")).isEmpty()) {
      throw ControlBody.refused(400, "\"fault\" is one of " + FaultKind.catalogue().get("faults"));
    }
    return Answer.json(201, faults.add(spec));
  }
}
