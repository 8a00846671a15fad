package dev.patchbay.sandbox.slack;

import static dev.patchbay.sandbox.page.Element.tag;

import dev.patchbay.sandbox.http.Answer;
import dev.patchbay.sandbox.oauth.AuthorizationRequest;
import dev.patchbay.sandbox.oauth.OAuthClient;
import dev.patchbay.sandbox.page.AccountChoice;
import dev.patchbay.sandbox.page.Element;
import dev.patchbay.sandbox.page.Form;
import dev.patchbay.sandbox.page.Page;
import java.util.List;

/** The page on which a fictional person installs the application; its words are our own. */
final class InstallPage {
  private InstallPage() {}

  static Answer show(OAuthClient client, AuthorizationRequest asked, List<Team> teams) {
    return page(
        200,
        client.name() + " asks for access",
        tag("h1", tag("strong", client.name()), " asks for access to a Slack workspace"),
        tag("p", "Nobody real is involved: these workspaces exist only here.").style("lead"),
        Form.post(
            InstallEndpoint.PATH,
            Form.hidden("request", asked.query()),
            choice(teams),
            scopes(client, asked),
            tag(
                    "div",
                    Form.button("Cancel", "quiet", "decision", "deny")
                        .attribute("formnovalidate", ""),
                    Form.button("Allow", "primary", "decision", "allow"))
                .style("choices")));
  }

  static Answer refused(String error, String detail) {
    return page(
        400,
        "Access blocked",
        tag("h1", "This request cannot go on"),
        tag("p", detail).style("lead"),
        tag("p", "Error: ", tag("code", error)));
  }

  private static Element choice(List<Team> teams) {
    var choice = new AccountChoice("Install in", "account");
    var first = teams.get(0);
    choice.suggest(first.id(), first.name(), first.address());
    teams.stream().skip(1).forEach(team -> choice.offer(team.id(), team.name(), team.address()));
    return choice.element();
  }

  private static Element scopes(OAuthClient client, AuthorizationRequest asked) {
    Element list = tag("ul");
    InstallEndpoint.scopes(asked).forEach(scope -> list.add(tag("li", tag("code", scope))));
    return tag("fieldset", tag("legend", client.name() + " may use"), list).style("scopes");
  }

  private static Answer page(int status, String title, Object... content) {
    Element card =
        tag("main", tag("p", tag("span", "Sandbox"), " simulated Slack").style("ribbon"))
            .style("card")
            .add(content);
    return Page.answer(
        status, title + " - Sandbox (simulated Slack)", tag("body", card).style("consent"));
  }
}
