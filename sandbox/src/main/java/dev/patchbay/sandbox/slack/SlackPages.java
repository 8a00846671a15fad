package dev.patchbay.sandbox.slack;

import static dev.patchbay.sandbox.page.Element.tag;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Answer;
import dev.patchbay.sandbox.http.ControlBody;
import dev.patchbay.sandbox.http.Request;
import dev.patchbay.sandbox.http.Routes;
import dev.patchbay.sandbox.page.Element;
import dev.patchbay.sandbox.page.Page;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Workspaces for people: which there are, who is in them, and what was posted. */
final class SlackPages {
  private static final int SHOWN = 200;

  private final Teams teams;

  SlackPages(Teams teams) {
    this.teams = teams;
  }

  void declare(Routes routes) {
    routes.get("/slack/{team}", this::show);
  }

  Element overview() {
    Element all = tag("div").style("accounts-grid");
    for (Team team : teams.all()) {
      all.add(
          tag(
                  "article",
                  tag("h3", team.name(), " ", tag("small", team.id())),
                  tag("p", tag("a", "Channels, people and messages").attribute("href", path(team))))
              .style("account"));
    }
    return tag("section", tag("h2", "Slack"), all);
  }

  private static String path(Team team) {
    return "/slack/" + team.id();
  }

  private Answer show(Request request) {
    Team team =
        teams
            .find(request.parameter("team"))
            .orElseThrow(() -> ControlBody.refused(404, "There is no such workspace"));
    Element main =
        tag(
            "main",
            tag("p", tag("a", "← All services").attribute("href", "/")).style("crumb"),
            tag("h1", team.name()),
            tag("h2", "Messages"),
            messages(team),
            tag("h2", "Channels"),
            named(teams.channels().all(team.id()), "name"),
            tag("h2", "People"),
            named(teams.users().all(team.id()), "real_name"));
    return Page.answer(200, team.name() + " - sandbox", tag("body", main).style("wide"));
  }

  private static Element named(List<ObjectNode> items, String property) {
    Element list = tag("ul");
    items.forEach(
        item ->
            list.add(
                tag(
                    "li",
                    item.path(property).asText("a conversation"),
                    " ",
                    tag("small", tag("code", item.path("id").asText())))));
    return list;
  }

  private Element messages(Team team) {
    Element list = tag("ul").style("events");
    List<ObjectNode> all = teams.messages().all(team.id());
    all.stream()
        .sorted(Comparator.comparing((ObjectNode one) -> one.path("ts").asText()).reversed())
        .limit(SHOWN)
        .forEach(message -> list.add(message(message)));
    return all.isEmpty() ? tag("p", "Nothing was posted yet.") : list;
  }

  private static Element message(ObjectNode message) {
    long seconds = (long) Double.parseDouble(message.path("ts").asText("0"));
    Element files = tag("small");
    message.path("files").forEach(file -> files.add(" 📎 " + file.path("name").asText()));
    return tag(
        "li",
        tag("time", Instant.ofEpochSecond(seconds).toString()),
        tag("span", message.path("text").asText()),
        files);
  }
}
