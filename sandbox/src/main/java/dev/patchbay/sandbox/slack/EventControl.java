package dev.patchbay.sandbox.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Answer;
import dev.patchbay.sandbox.http.ControlBody;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.http.Request;
import dev.patchbay.sandbox.http.Routes;

/** The page of Slack's app settings where events are switched on, for tests. */
final class EventControl {
  private static final String EVENTS = "/control/slack/events";

  private final Teams teams;
  private final EventPost post;

  EventControl(Teams teams, EventPost post) {
    this.teams = teams;
    this.post = post;
  }

  void declare(Routes routes) {
    routes
        .put(EVENTS, this::subscribe)
        .post(EVENTS, this::send)
        .get(EVENTS, request -> Answer.json(200, sent()))
        .delete(EVENTS, request -> stop());
  }

  private Answer subscribe(Request request) {
    ObjectNode body = ControlBody.of(request);
    String secret = body.path("signingSecret").asText(Slack.SIGNING_SECRET);
    RequestUrl address = new RequestUrl(ControlBody.text(body, "url"), secret);
    return Answer.json(200, Json.object().put("verified", post.verify(address)));
  }

  private Answer send(Request request) {
    ObjectNode body = ControlBody.of(request);
    String id = body.path("team").asText(Slack.TEAM);
    Team team =
        teams.find(id).orElseThrow(() -> ControlBody.refused(404, "There is no workspace " + id));
    post.tell(team, body.withObjectProperty("event"));
    return Answer.empty(202);
  }

  private Answer stop() {
    post.stop();
    return Answer.empty(204);
  }

  private ObjectNode sent() {
    ObjectNode document = Json.object().put("count", post.sent().size());
    document.putArray("items").addAll(post.sent());
    return document;
  }
}
