package dev.patchbay.sandbox.company;

import static dev.patchbay.sandbox.page.Element.tag;

import dev.patchbay.sandbox.http.Answer;
import dev.patchbay.sandbox.oauth.AuthorizationRequest;
import dev.patchbay.sandbox.oauth.OAuthClient;
import dev.patchbay.sandbox.page.Element;
import dev.patchbay.sandbox.page.Form;
import dev.patchbay.sandbox.page.Page;

/** The page on which a fictional person signs in, without any password. */
final class SignInPage {
  private SignInPage() {}

  static Answer show(OAuthClient client, AuthorizationRequest asked) {
    Element people = tag("fieldset", tag("legend", "Who are you?")).style("accounts");
    Staff.ALL.forEach(person -> people.add(choice(person)));
    return page(
        200,
        tag("h1", "Sign in to ", tag("strong", client.name())),
        tag("p", "These people and their company exist only here.").style("lead"),
        Form.post(
            SignInEndpoint.PATH,
            Form.hidden("request", asked.query()),
            people,
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

  private static Element choice(Employee person) {
    return tag(
        "label",
        tag("input")
            .attribute("type", "radio")
            .attribute("name", "person")
            .attribute("value", person.subject())
            .attribute("required", ""),
        tag("span", person.name().substring(0, 1))
            .style("avatar tone" + Math.floorMod(person.subject().hashCode(), 4))
            .attribute("aria-hidden", "true"),
        tag(
            "span",
            tag("b", person.name()),
            tag("small", person.email() + " · " + String.join(", ", person.groups()))));
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
