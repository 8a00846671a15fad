package dev.patchbay.sandbox.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All routes of the sandbox: method and path template to handler, first match wins. */
public final class Routes {
  private final List<Route> routes = new ArrayList<>();

  public Routes get(String path, Handler handler) {
    return on("GET", path, handler);
  }

  public Routes post(String path, Handler handler) {
    return on("POST", path, handler);
  }

  public Routes put(String path, Handler handler) {
    return on("PUT", path, handler);
  }

  public Routes patch(String path, Handler handler) {
    return on("PATCH", path, handler);
  }

  public Routes delete(String path, Handler handler) {
    return on("DELETE", path, handler);
  }

  private Routes on(String method, String path, Handler handler) {
    routes.add(new Route(method, PathTemplate.of(path), handler));
    return this;
  }

  /** The route for a request, or empty when no template fits. */
  public Optional<Match> find(String method, String path) {
    List<String> segments = PathTemplate.split(path);
    return routes.stream()
        .filter(route -> route.method().equals(method))
        .flatMap(route -> route.match(segments).stream())
        .findFirst();
  }

  private record Route(String method, PathTemplate template, Handler handler) {
    Optional<Match> match(List<String> segments) {
      return template
          .match(segments)
          .map(parameters -> new Match(method + " " + template.text(), handler, parameters));
    }
  }

  /** A route that fits, with the values of its path parameters. */
  public record Match(String name, Handler handler, Map<String, String> parameters) {}
}
