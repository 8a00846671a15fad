package dev.patchbay.host.mapping;

import static dev.patchbay.host.connect.ConnectWorld.OTHER_TENANT;
import static dev.patchbay.host.connect.ConnectWorld.TENANT;
import static dev.patchbay.host.fixture.Wall.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.json.JsonObjects;
import dev.patchbay.host.persistence.Dialect;
import dev.patchbay.host.problem.ProblemException;
import dev.patchbay.host.problem.ProblemType;
import dev.patchbay.host.record.StoredRecord;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class FieldMappingTest {
  private static final Map<String, String> NAMES =
      Map.of(
          "Full_Name__c", "name/full",
          "Work_Mail__c", "emails/work/address",
          "City__c", "addresses/home/locality",
          "Street__c", "addresses/home/street",
          "Language__c", "language",
          "Budget__c", "acme.example:budget");
  private static final Map<String, Object> ADA =
      Map.of(
          "Full_Name__c", "Ada Lovelace",
          "Work_Mail__c", "ada@analytical.example",
          "City__c", "London",
          "Street__c", "St James's Square 12",
          "Budget__c", 4711);

  @AutoClose private final MappingWorld world;

  FieldMappingTest(Dialect dialect) {
    world = new MappingWorld(dialect);
  }

  @Test
  void should_keep_what_the_crm_says_by_its_own_names_in_the_standard_schema() {
    world.call(NAMES);

    StoredRecord ada = world.put("c-1", ADA);

    assertThat(JsonObjects.read(ada.data()))
        .containsEntry("name", Map.of("@type", "Name", "full", "Ada Lovelace"))
        .containsEntry(
            "emails",
            Map.of("work", Map.of("@type", "EmailAddress", "address", "ada@analytical.example")))
        .containsEntry(
            "addresses",
            Map.of(
                "home",
                Map.of("@type", "Address", "locality", "London", "street", "St James's Square 12")))
        .containsEntry("acme.example:budget", 4711)
        .doesNotContainKeys("Full_Name__c", "Budget__c");
  }

  @Test
  void should_tell_records_and_changes_by_the_crms_names_beside_their_data() {
    world.call(NAMES);
    StoredRecord ada = world.put("c-1", ADA);

    assertThat(ada.fields()).isEqualTo(ADA);
    assertThat(world.list()).singleElement().extracting(StoredRecord::fields).isEqualTo(ADA);
    assertThat(world.feed()).last().extracting(StoredRecord::fields).isEqualTo(ADA);
  }

  @Test
  void should_find_a_record_by_the_crms_own_id() {
    StoredRecord ada = world.put("c-1", Map.of("name", Map.of("full", "Ada")));
    world.put("c-2", Map.of("name", Map.of("full", "Charles")));

    assertThat(world.ofCrm("c-1")).extracting(StoredRecord::id).containsExactly(ada.id());
    assertThat(world.ofCrm("c-3")).isEmpty();
  }

  @Test
  void should_change_nothing_when_what_was_told_is_sent_back() {
    world.call(NAMES);
    StoredRecord ada = world.put("c-1", ADA);

    StoredRecord again = world.put("c-1", ada.fields());
    Map<String, Object> patched = world.patch(ada.id(), "*", new LinkedHashMap<>(ada.fields()));

    assertThat(again.changeSeq()).isEqualTo(ada.changeSeq());
    assertThat(patched).containsEntry("changeSeq", (int) ada.changeSeq());
  }

  @Test
  void should_edit_and_remove_single_fields_by_the_crms_names() {
    world.call(NAMES);
    StoredRecord ada = world.put("c-1", ADA);
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("Full_Name__c", "Ada King");
    said.put("City__c", null);
    said.put("addresses/home/country", "United Kingdom");
    said.put("Language__c", "en");

    Map<String, Object> answer = world.patch(ada.id(), "*", said);

    assertThat(answer.get("fields"))
        .isEqualTo(
            Map.of(
                "Full_Name__c", "Ada King",
                "Work_Mail__c", "ada@analytical.example",
                "Street__c", "St James's Square 12",
                "Language__c", "en",
                "Budget__c", 4711));
    assertThat(world.find(ada.id()).data()).contains("United Kingdom").doesNotContain("London");
  }

  @Test
  void should_show_the_crms_names_when_an_edit_is_of_an_old_state() {
    world.call(NAMES);
    StoredRecord ada = world.put("c-1", ADA);

    assertThatThrownBy(() -> world.patch(ada.id(), "\"0\"", Map.of("City__c", "Paris")))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.type()).isEqualTo(ProblemType.PRECONDITION_FAILED);
              assertThat(((StoredRecord) e.current().orElseThrow()).fields()).isEqualTo(ADA);
            });
  }

  @Test
  void should_name_the_crms_field_when_it_cannot_be_written() {
    world.call(Map.of("Hobby__c", "personalInfo/1/value", "Language__c", "language"));
    StoredRecord ada = world.put("c-1", Map.of("name", Map.of("full", "Ada")));

    assertThatThrownBy(() -> world.patch(ada.id(), "*", Map.of("Hobby__c", "poetry")))
        .isInstanceOfSatisfying(ProblemException.class, e -> assertFault(e, "Hobby__c", "written"));
    assertThatThrownBy(() -> world.patch(ada.id(), "*", Map.of("Language__c", 7)))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertFault(e, "Language__c", "must be a text"));
    assertThatThrownBy(
            () -> world.patch(ada.id(), "*", Map.of("Language__c", "en", "language", "de")))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.errors().get(0).message()).contains("language edits too"));
  }

  @Test
  void should_speak_the_standard_schema_alone_when_the_crm_has_no_names() {
    StoredRecord ada = world.put("c-1", Map.of("name", Map.of("full", "Ada")));

    assertThat(ada.fields()).isNull();
    assertThatThrownBy(() -> world.put("c-1", ADA)).isInstanceOf(ProblemException.class);
  }

  @Test
  void should_let_the_connections_names_stand_instead_of_the_integrations() {
    world.call(NAMES);
    StoredRecord ada = world.put("c-1", ADA);
    world.desk.keepForConnection(
        TENANT, world.connection, MappingWorld.mapping(Map.of("Name", "name/full")));

    assertThat(world.find(ada.id()).fields()).isEqualTo(Map.of("Name", "Ada Lovelace"));
    assertThat(world.desk.effective(TENANT, world.connection).types().get("contact"))
        .isEqualTo(Map.of("Name", "name/full"));

    world.desk.keepForConnection(TENANT, world.connection, FieldMapping.NONE);
    assertThat(world.find(ada.id()).fields()).isEqualTo(ADA);
    assertThat(world.desk.ofIntegration(TENANT, world.world.integrationId).types())
        .containsEntry("contact", NAMES);
  }

  @Test
  void should_refuse_a_mapping_with_each_fault_by_its_name() {
    FieldMapping wrong =
        MappingWorld.mapping(
            Map.of("A", "nome", "B", "uid", "C", "language/x", "notes", "language", "D/E", "name"));

    assertThatThrownBy(() -> world.desk.keepForConnection(TENANT, world.connection, wrong))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e ->
                assertThat(e.errors())
                    .extracting(error -> error.field().replace("types/contact/", ""))
                    .containsExactlyInAnyOrder("A", "B", "C", "notes", "D/E"));
    assertThat(world.desk.ofConnection(TENANT, world.connection).types()).isEmpty();
  }

  @Test
  void should_keep_the_mappings_of_tenants_apart() {
    world.call(NAMES);
    FieldMapping theirs = MappingWorld.mapping(Map.of("Name", "name/full"));

    assertRefused(
        () -> world.desk.ofIntegration(OTHER_TENANT, world.world.integrationId),
        "the mapping of another tenant's integration");
    assertRefused(
        () -> world.desk.ofConnection(OTHER_TENANT, world.connection),
        "the mapping of another tenant's connection");
    assertRefused(
        () -> world.desk.keepForIntegration(OTHER_TENANT, world.world.integrationId, theirs),
        "a mapping for another tenant's integration");
    assertRefused(
        () -> world.desk.keepForConnection(OTHER_TENANT, world.connection, theirs),
        "a mapping for another tenant's connection");
  }

  private static void assertFault(ProblemException problem, String field, String words) {
    assertThat(problem.errors())
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.field()).isEqualTo(field);
              assertThat(error.message()).contains(words);
            });
  }
}
