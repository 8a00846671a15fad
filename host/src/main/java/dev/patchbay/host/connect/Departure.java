package dev.patchbay.host.connect;

import dev.patchbay.host.oauth.Consent;
import jakarta.ws.rs.core.Response;

/** Where a link leads a person, as the plugin wants accounts to be connected. */
sealed interface Departure {

  /** What the browser is answered. */
  Response answer(BrowserAnswers answers);

  /** What the page is told on which the person has chosen where to go. */
  Response told(BrowserAnswers answers);

  /** To the service, to consent. */
  record ToConsent(Consent consent) implements Departure {
    @Override
    public Response answer(BrowserAnswers answers) {
      return answers.toConsent(consent);
    }

    @Override
    public Response told(BrowserAnswers answers) {
      return answers.chosen(consent);
    }
  }

  /** To the hosted page, to type something in. */
  record ToForm(FormVisit visit) implements Departure {
    @Override
    public Response answer(BrowserAnswers answers) {
      return answers.toForm(visit);
    }

    @Override
    public Response told(BrowserAnswers answers) {
      return answers.chosen(visit);
    }
  }
}
