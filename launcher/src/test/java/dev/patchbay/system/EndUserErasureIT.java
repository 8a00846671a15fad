package dev.patchbay.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The right to be forgotten, as a CRM exercises it for one of its people. */
@ExtendWith(SharedServer.class)
class EndUserErasureIT {
  private static final String PERSON = "person-to-forget";

  @Test
  void should_forget_a_person_and_leave_empty_tombstones_in_the_feed(PatchbayServer server) {
    Crm crm = new Crm(server);
    RestClient rest = server.crm();
    String before = end(crm, "0");
    String connection = crm.connectFor(PERSON, "google-calendar", "ada@sandbox.example");
    crm.finishedRun(connection);
    assertThat(rest.get("/end-users").body()).contains(PERSON);
    assertThat(rest.get("/sync-runs?connection=" + connection).json().path("items")).isNotEmpty();

    Answer erased = rest.delete("/end-users/" + PERSON);

    assertThat(erased.status()).as(erased.toString()).isEqualTo(204);
    assertThat(rest.get("/connections/" + connection).status()).isEqualTo(404);
    assertThat(rest.get("/end-users").body()).doesNotContain(PERSON);
    assertThat(rest.get("/sync-runs?connection=" + connection).json().path("items")).isEmpty();
    assertThat(rest.get("/operations?connection=" + connection).json().path("items")).isEmpty();
    List<JsonNode> changes = crm.changesAfter(before);
    assertThat(changes).isNotEmpty();
    assertThat(changes)
        .allSatisfy(
            change -> {
              assertThat(change.path("kind").textValue()).isEqualTo("delete");
              assertThat(change.at("/record/data")).isEmpty();
            });
    assertThat(rest.delete("/end-users/" + PERSON).status()).isEqualTo(404);
  }

  private static String end(Crm crm, String place) {
    List<JsonNode> changes = crm.changesAfter(place);
    return changes.isEmpty() ? place : changes.get(changes.size() - 1).path("seq").asText();
  }
}
