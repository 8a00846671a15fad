package dev.patchbay.sandbox.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Answer;
import dev.patchbay.sandbox.http.Handler;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.http.Request;
import dev.patchbay.sandbox.http.Routes;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/** Puts the methods of the Web API under their addresses; each answers GET and POST alike. */
final class Methods {
  private static final String BASE = "/slack.com/api/";

  private final Routes routes;
  private final Callers callers;
  private final PlannedErrors errors;

  Methods(Routes routes, Callers callers, PlannedErrors errors) {
    this.routes = routes;
    this.callers = callers;
    this.errors = errors;
  }

  /** A method that wants no token. */
  void open(String name, Function<Request, ObjectNode> work) {
    declare(name, request -> Answer.json(200, done(name, () -> work.apply(request))));
  }

  /** A method that wants a token with this scope. */
  void scoped(String name, String scope, Function<Call, ObjectNode> work) {
    declare(
        name,
        request -> {
          Call call = callers.of(request);
          String provided = String.join(",", new TreeSet<>(call.scopes()));
          if (!scope.isEmpty() && !call.may(scope)) {
            throw SlackError.missingScope(scope, provided);
          }
          return Answer.json(200, done(name, () -> work.apply(call)))
              .with("x-oauth-scopes", provided)
              .with("x-accepted-oauth-scopes", scope);
        });
  }

  private void declare(String name, Handler handler) {
    routes.get(BASE + name, handler).post(BASE + name, handler);
  }

  private ObjectNode done(String name, Supplier<ObjectNode> work) {
    errors.strike(name, false);
    ObjectNode answer = ok(work.get());
    errors.strike(name, true);
    return answer;
  }

  private static ObjectNode ok(ObjectNode answer) {
    return Json.object().put("ok", true).setAll(answer);
  }
}
