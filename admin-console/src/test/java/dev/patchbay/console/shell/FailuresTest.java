package dev.patchbay.console.shell;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.server.ErrorEvent;
import dev.patchbay.console.fixture.Console;
import dev.patchbay.console.fixture.Words;
import dev.patchbay.console.host.HostProblem;
import dev.patchbay.console.host.Problem;
import dev.patchbay.console.host.Problem.FieldError;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FailuresTest {
  @RegisterExtension private final Console console = new Console();

  @Test
  void should_say_it_in_the_hosts_words_with_a_reference_when_it_refused() {
    List<FieldError> errors = List.of(new FieldError("name", "must not be empty"));
    Problem problem = new Problem(422, "Not valid", "The name is wrong.", "cor-1", errors);
    fail(new IllegalStateException(new HostProblem(problem)));
    assertThat(notice()).contains("The name is wrong.", "name: must not be empty", "cor-1");
  }

  @Test
  void should_keep_the_inner_workings_to_the_log_when_the_page_is_at_fault() {
    fail(new IllegalStateException("jdbc:secret"));
    assertThat(notice()).contains("Something went wrong").doesNotContain("secret");
  }

  private static void fail(Throwable thrown) {
    new Failures(null).error(new ErrorEvent(thrown));
  }

  private static String notice() {
    return Words.of(_find(Notification.class).get(0));
  }
}
