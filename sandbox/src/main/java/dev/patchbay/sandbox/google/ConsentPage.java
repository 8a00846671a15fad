package dev.patchbay.sandbox.google;

import static dev.patchbay.sandbox.page.Element.tag;

import dev.patchbay.sandbox.http.Answer;
import dev.patchbay.sandbox.oauth.AuthorizationRequest;
import dev.patchbay.sandbox.oauth.OAuthClient;
import dev.patchbay.sandbox.page.AccountChoice;
import dev.patchbay.sandbox.page.Element;
import dev.patchbay.sandbox.page.Form;
import dev.patchbay.sandbox.page.Page;
import java.net.URI;
import java.util.List;

/** The page on which a fictional person allows or denies; its words are the sandbox's own. */
final class ConsentPage {
  private ConsentPage() {}

  static Answer show(OAuthClient client, AuthorizationRequest asked, List<Account> accounts) {
    Element form =
        Form.post(
            AuthorizeEndpoint.PATH,
            Form.hidden("request", asked.query()),
            accountChoice(asked, accounts),
            scopeChoice(client, asked),
            destination(asked),
            tag(
                    "div",
                    Form.button("Deny", "quiet", "decision", "deny")
                        .attribute("formnovalidate", ""),
                    Form.button("Allow", "primary", "decision", "allow"))
                .style("choices"));
    return page(
        200,
        client.name() + " asks for access",
        tag("h1", tag("strong", client.name()), " asks for access to a Google account"),
        tag("p", "Nobody real is involved: these people and their data exist only here.")
            .style("lead"),
        form);
  }

  static Answer refused(int status, String error, String detail) {
    return page(
        status,
        "Access blocked",
        tag("h1", "This request cannot go on"),
        tag("p", detail).style("lead"),
        tag("p", "Error " + status + ": ", tag("code", error)));
  }

  private static Answer page(int status, String title, Object... content) {
    Element card =
        tag("main", tag("p", tag("span", "Sandbox"), " simulated Google").style("ribbon"))
            .style("card")
            .add(content);
    return Page.answer(
        status, title + " - Sandbox (simulated Google)", tag("body", card).style("consent"));
  }

  private static Element accountChoice(AuthorizationRequest asked, List<Account> accounts) {
    String hint = asked.value("login_hint").orElse(accounts.get(0).email());
    AccountChoice choice = new AccountChoice("Continue as", "account");
    for (Account account : accounts) {
      if (account.email().equals(hint)) {
        choice.suggest(account.email(), account.name(), account.email());
      } else {
        choice.offer(account.email(), account.name(), account.email());
      }
    }
    return choice.element();
  }

  private static Element scopeChoice(OAuthClient client, AuthorizationRequest asked) {
    Element choice = tag("fieldset", tag("legend", client.name() + " may")).style("scopes");
    for (String scope : asked.scopes()) {
      choice.add(
          tag(
              "label",
              tag("input")
                  .attribute("type", "checkbox")
                  .attribute("name", "scope")
                  .attribute("value", scope)
                  .attribute("checked", ""),
              tag("span", tag("b", GoogleScopes.meaning(scope)), tag("small", scope))));
    }
    return choice;
  }

  private static Element destination(AuthorizationRequest asked) {
    URI target = URI.create(asked.redirectUri());
    return tag("p", "You will return to ", tag("b", target.getAuthority()), ".").style("hint");
  }
}
