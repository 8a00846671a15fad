package dev.patchbay.sandbox.company;

import static dev.patchbay.sandbox.page.Element.tag;

import dev.patchbay.sandbox.http.Answer;
import dev.patchbay.sandbox.oauth.AuthorizationRequest;
import dev.patchbay.sandbox.oauth.OAuthClient;
import dev.patchbay.sandbox.page.AccountChoice;
import dev.patchbay.sandbox.page.Element;
import dev.patchbay.sandbox.page.Form;
import dev.patchbay.sandbox.page.Page;

/** The page on which a fictional person signs in, without any password. */
final class SignInPage {
  private SignInPage() {}

  static Answer show(OAuthClient client, AuthorizationRequest asked) {
    return page(
        200,
        tag("h1", "Sign in to ", tag("strong", client.name())),
        tag("p", "These people and their company exist only here.").style("lead"),
        Form.post(
            SignInEndpoint.PATH,
            Form.hidden("request", asked.query()),
            choice(),
            tag(
                    "div",
                    Form.button("Cancel", "quiet", "person", "nobody")
                        .attribute("formnovalidate", ""),
                    Form.button("Continue", "primary"))
                .style("choices")));
  }

  static Answer refused(String why) {
    return page(400, tag("h1", "This request cannot go on"), tag("p", why).style("lead"));
  }

  private static Element choice() {
    AccountChoice choice = new AccountChoice("Who are you?", "person");
    Staff.ALL.forEach(
        person ->
            choice.offer(
                person.subject(),
                person.name(),
                person.email() + " · " + String.join(", ", person.groups())));
    return choice.element();
  }

  private static Answer page(int status, Object... content) {
    Element card =
        tag("main", tag("p", tag("span", "Sandbox"), " simulated company").style("ribbon"))
            .style("card")
            .add(content);
    return Page.answer(
        status, "Sign in - Sandbox (simulated company)", tag("body", card).style("consent"));
  }
}
