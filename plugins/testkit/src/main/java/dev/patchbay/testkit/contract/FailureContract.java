package dev.patchbay.testkit.contract;

import static dev.patchbay.testkit.contract.Expectation.expect;
import static dev.patchbay.testkit.contract.Expectation.thrown;

import dev.patchbay.api.error.IntegrationException;
import dev.patchbay.api.error.RateLimited;
import dev.patchbay.api.error.ReauthorizationNeeded;
import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.error.Unavailable;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every plugin makes of a service that does not do what is asked, whatever is asked. */
public interface FailureContract extends ContractSubject {

  @Test
  @Proves(ContractPoint.CREDENTIAL_REFUSED)
  default void should_ask_for_a_new_sign_in_when_the_credential_is_refused() {
    eachFails(Trouble.CREDENTIAL_REFUSED, ReauthorizationNeeded.class);
  }

  @Test
  @Proves(ContractPoint.SLOWED_DOWN)
  default void should_slow_down_when_the_service_asks_for_it() {
    eachFails(Trouble.TOO_MUCH, RateLimited.class);
  }

  @Test
  @Proves(ContractPoint.WAIT_HONOURED)
  default void should_wait_as_long_as_the_service_asks() {
    eachFails(Trouble.TOO_MUCH, IntegrationException.class).stream()
        .filter(RateLimited.class::isInstance)
        .map(RateLimited.class::cast)
        .forEach(
            limited ->
                expect(
                    limited.retryAfter().filter(Trouble.WAIT::equals).isPresent(),
                    "a wait of " + Trouble.WAIT + ", not " + limited.retryAfter()));
  }

  @Test
  @Proves(ContractPoint.SERVER_BROKEN)
  default void should_be_unavailable_when_the_service_is_broken() {
    eachFails(Trouble.BROKEN, Unavailable.class);
  }

  @Test
  @Proves(ContractPoint.SERVER_AWAY)
  default void should_be_unavailable_when_the_service_is_not_reached() {
    eachFails(Trouble.AWAY, Unavailable.class);
  }

  @Test
  @Proves(ContractPoint.SERVER_SLOW)
  default void should_be_unavailable_when_the_service_stops_answering() {
    eachFails(Trouble.SLOW, Unavailable.class);
  }

  @Test
  @Proves(ContractPoint.NONSENSE_DOUBTED)
  default void should_be_unavailable_when_somebody_else_answers() {
    eachFails(Trouble.NONSENSE, Unavailable.class);
  }

  @Test
  @Proves(ContractPoint.REFUSED_IN_WORDS)
  default void should_pass_on_what_the_service_says_against_a_request() {
    for (var failure : eachFails(Trouble.REFUSED, Rejected.class)) {
      expect(
          failure.getMessage().contains(Trouble.WORDS),
          "the service's words, not \"" + failure.getMessage() + "\"");
    }
  }

  @Test
  @Proves(ContractPoint.SUCCESS_DOUBTED)
  default void should_find_the_failure_in_an_answer_that_says_success() {
    try (var service = service()) {
      var questions = new Questions(new Bench(this, service), service);
      expect(!service.logicalFailures().isEmpty(), "answers that look like success and are none");
      for (var failure : service.logicalFailures()) {
        failure.begin().run();
        questions.each(
            (name, question) ->
                thrown(name + " at " + failure.name(), failure.category(), question));
      }
    }
  }

  /** Asks everything while this is wrong, and returns what the plugin made of it. */
  private <X extends IntegrationException> List<X> eachFails(Trouble trouble, Class<X> as) {
    try (var service = service()) {
      var questions = new Questions(new Bench(this, service), service);
      service.suffer(trouble);
      var failures = new ArrayList<X>();
      questions.each((name, question) -> failures.add(thrown(name, as, question)));
      return failures;
    }
  }
}
