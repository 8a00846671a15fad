package dev.patchbay.sandbox.found;

import static dev.patchbay.sandbox.page.Element.tag;

import dev.patchbay.sandbox.ProviderFactory;
import dev.patchbay.sandbox.SimulatedProvider;
import dev.patchbay.sandbox.http.Answer;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.http.Routes;
import dev.patchbay.sandbox.page.Element;
import dev.patchbay.sandbox.state.State;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A provider of somebody else, as small as one can be. */
public final class Weather implements SimulatedProvider {
  static final String HOST = "api.weather.example";

  @Override
  public String id() {
    return "weather";
  }

  @Override
  public Set<String> hosts() {
    return Set.of(HOST);
  }

  @Override
  public void declare(Routes routes) {
    routes.get(
        "/" + HOST + "/today", request -> Answer.json(200, Json.object().put("sky", "blue")));
  }

  @Override
  public Answer failure(int status, String path) {
    return Answer.json(status, Json.object().put("error", "storm"));
  }

  @Override
  public List<Map<String, Object>> integrations() {
    return List.of(Map.of("plugin", "weather", "name", "Weather (sandbox)"));
  }

  @Override
  public Element overview() {
    return tag("section", tag("h2", "Weather"));
  }

  /** Named in a service file by the test. */
  public static final class Factory implements ProviderFactory {

    @Override
    public SimulatedProvider make(State state, Clock clock) {
      return new Weather();
    }
  }
}
