package dev.patchbay.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Slack's Events API tells reaches the CRM at once; the next poll is an hour away here. */
class SlackEventsIT {
  private static final String TEAM = "T0EVENTS";
  private static final String JOINED = "Noor Haddad";

  @TempDir Path folder;

  @Test
  void should_bring_a_person_as_soon_as_slack_tells_that_she_joined() {
    try (PatchbayServer server =
        PatchbayServer.in(folder)
            .withSandbox()
            .withJavaOption("-Dpatchbay.sync.interval=PT1H")
            .start()) {
      Crm crm = new Crm(server);
      server.sandbox().addWorkspace(TEAM);
      String connection = crm.connect("slack", TEAM);
      crm.finishedRun(connection);
      crm.sync(connection, Map.of("direction", "pull", "type", "contact"));

      server
          .sandbox()
          .setUpSlack("PUT", "events", Map.of("url", address(server.admin(), crm, connection)));
      server.sandbox().setUpSlack("POST", "teams/" + TEAM + "/users", Map.of("name", JOINED));

      assertThat(Waiting.until(() -> names(crm).contains(JOINED), 2, TimeUnit.MINUTES))
          .as("she is in the feed")
          .isTrue();
    }
  }

  /** The address; when it is entered, Slack has it prove that somebody listens there. */
  private static String address(RestClient admin, Crm crm, String connection) {
    JsonNode integration =
        crm.rest().get("/connections/" + connection).json().path("integrationId");
    Answer made =
        admin.post("/integrations/" + integration.textValue() + "/webhook-address", Map.of());
    return made.json().path("url").textValue();
  }

  private static List<String> names(Crm crm) {
    return crm.changesAfter("0").stream()
        .map(change -> change.at("/record/data/name/full").asText())
        .toList();
  }
}
