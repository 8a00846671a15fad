package dev.patchbay.sandbox.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Answer;
import dev.patchbay.sandbox.http.ControlBody;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.http.Request;
import dev.patchbay.sandbox.http.Routes;
import java.util.List;
import java.util.function.Function;

/** What a test may do to workspaces and to what is in them, past the Web API's own rules. */
final class TeamControl {
  private static final String TEAMS = "/control/slack/teams";
  private static final String TEAM = TEAMS + "/{team}";

  private final Teams teams;
  private final SlackSeed seed;
  private final TeamEvents events;

  TeamControl(Teams teams, SlackSeed seed, EventPost post) {
    this.teams = teams;
    this.seed = seed;
    this.events = new TeamEvents(post);
  }

  void declare(Routes routes) {
    routes
        .get(TEAMS, request -> list(teams.all().stream().map(Team::document).toList()))
        .post(TEAMS, this::add)
        .get(TEAM + "/messages", request -> list(teams.messages().all(team(request).id())));
    declare(routes, "users", teams.users(), this::newUser);
    declare(routes, "channels", teams.channels(), this::newChannel);
  }

  private void declare(
      Routes routes, String kind, Documents documents, Function<Request, ObjectNode> maker) {
    String all = TEAM + "/" + kind;
    routes
        .get(all, request -> list(documents.all(team(request).id())))
        .post(all, request -> made(documents, request, maker.apply(request)))
        .patch(all + "/{id}", request -> change(documents, request))
        .delete(all + "/{id}", request -> remove(documents, request));
  }

  private Answer add(Request request) {
    ObjectNode body = ControlBody.of(request);
    String id = body.path("id").asText(SlackId.next('T'));
    if (teams.find(id).isPresent()) {
      throw ControlBody.refused(409, "There is a workspace " + id + " already");
    }
    Team team = Team.named(id, ControlBody.text(body, "name"));
    boolean filled = body.path("seed").asBoolean(true);
    return Answer.json(201, (filled ? seed.filled(team) : seed.empty(team)).document());
  }

  private Team team(Request request) {
    String id = request.parameter("team");
    return teams
        .find(id)
        .orElseThrow(() -> ControlBody.refused(404, "There is no workspace " + id));
  }

  private ObjectNode newUser(Request request) {
    ObjectNode body = ControlBody.of(request);
    String name = ControlBody.text(body, "name");
    String id = body.path("id").asText(SlackId.next('U'));
    return SlackUser.of(team(request).id(), id, name, body.path("email").asText());
  }

  private ObjectNode newChannel(Request request) {
    ObjectNode body = ControlBody.of(request);
    String id = body.path("id").asText(SlackId.next('C'));
    return SlackChannel.of(id, ControlBody.text(body, "name"), team(request).botUser());
  }

  private Answer made(Documents documents, Request request, ObjectNode document) {
    documents.put(team(request).id(), document.get("id").asText(), document);
    events.added(team(request), document);
    return Answer.json(201, document);
  }

  private Answer change(Documents documents, Request request) {
    ObjectNode document = find(documents, request);
    ObjectNode changes = ControlBody.of(request);
    merge(document, changes);
    documents.put(team(request).id(), request.parameter("id"), document);
    events.changed(team(request), document, changes);
    return Answer.json(200, document);
  }

  private static void merge(ObjectNode document, ObjectNode changes) {
    changes
        .properties()
        .forEach(
            each -> {
              if (each.getValue() instanceof ObjectNode inner
                  && document.get(each.getKey()) instanceof ObjectNode old) {
                merge(old, inner);
              } else {
                document.set(each.getKey(), each.getValue());
              }
            });
  }

  private Answer remove(Documents documents, Request request) {
    ObjectNode document = find(documents, request);
    documents.remove(team(request).id(), request.parameter("id"));
    events.removed(team(request), document);
    return Answer.empty(204);
  }

  private ObjectNode find(Documents documents, Request request) {
    return documents
        .find(team(request).id(), request.parameter("id"))
        .orElseThrow(() -> ControlBody.refused(404, "There is no " + request.parameter("id")));
  }

  private static Answer list(List<ObjectNode> items) {
    ObjectNode document = Json.object().put("count", items.size());
    document.putArray("items").addAll(items);
    return Answer.json(200, document);
  }
}
