package dev.patchbay.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.error.CursorExpired;
import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.api.item.Contact;
import dev.patchbay.api.item.Item;
import dev.patchbay.api.sync.Change;
import dev.patchbay.api.sync.CollectionId;
import dev.patchbay.api.sync.Cursor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What is read of a workspace: people and channels. */
class DirectoryTest {

  private static final String PEOPLE = "contact";
  private static final String CHANNELS = "slack-channel";
  private static final CollectionId WORKSPACE = new CollectionId(SimulatedSlack.TEAM);

  @AutoClose private final SimulatedSlack slack = SimulatedSlack.empty();

  @Test
  void should_have_the_workspace_as_the_one_collection() {
    var page = slack.source(PEOPLE).collections(Cursor.start());

    assertThat(page.last()).isTrue();
    assertThat(page.items())
        .singleElement()
        .satisfies(
            workspace -> {
              assertThat(workspace.id()).isEqualTo(WORKSPACE);
              assertThat(workspace.name()).isEqualTo("Comet");
              assertThat(workspace.writable()).isFalse();
            });
  }

  @Test
  void should_make_a_contact_of_a_person() {
    var id = slack.addUser("Ada King Lovelace", "ada@example.org");
    slack.changeUser(
        id,
        Map.of(
            "tz",
            "Europe/London",
            "profile",
            Map.of("title", "Countess", "phone", "+44 20", "display_name", "ada")));

    var contact = (Contact) item(PEOPLE, id);

    assertThat(contact.uid()).isEqualTo("slack://user?team=" + SimulatedSlack.TEAM + "&id=" + id);
    assertThat(contact.fullName()).contains("Ada King Lovelace");
    assertThat(contact.emails()).containsExactly("ada@example.org");
    assertThat(contact.json())
        .containsEntry("kind", "individual")
        .containsEntry("titles", entry("@type", "Title", "name", "Countess"))
        .containsEntry("phones", entry("@type", "Phone", "number", "+44 20"))
        .containsEntry("nicknames", entry("@type", "Nickname", "name", "ada"))
        .containsEntry("addresses", entry("@type", "Address", "timeZone", "Europe/London"));
    assertThat(contact.json().get("name"))
        .isEqualTo(
            Map.of(
                "@type",
                "Name",
                "full",
                "Ada King Lovelace",
                "components",
                List.of(
                    Map.of("@type", "NameComponent", "kind", "given", "value", "Ada King"),
                    Map.of("@type", "NameComponent", "kind", "surname", "value", "Lovelace"))));
    assertThat(contact.json().get("slack.com:user")).asString().contains("is_admin");
  }

  @Test
  void should_call_a_program_an_application() {
    var bot = upserts(PEOPLE).get(0);

    assertThat(bot.item().json()).containsEntry("kind", "application").doesNotContainKey("emails");
  }

  @Test
  void should_make_a_declared_item_of_a_channel() {
    var id = slack.addChannel("deals");
    slack.changeChannel(
        id,
        Map.of("topic", Map.of("value", "All deals"), "num_members", 7, "created", 1_449_252_889));

    assertThat(item(CHANNELS, id).json())
        .containsEntry("name", "deals")
        .containsEntry("topic", "All deals")
        .doesNotContainKey("purpose")
        .containsEntry("private", false)
        .containsEntry("archived", false)
        .containsEntry("joined", true)
        .containsEntry("members", 7L)
        .containsEntry("created", "2015-12-04T18:14:49Z");
  }

  @Test
  void should_page_through_all_of_them() {
    for (int i = 0; i < 205; i++) {
      slack.addChannel("channel-" + i);
    }

    var changes = slack.pass(CHANNELS);

    assertThat(changes).hasSize(205).extracting(Change::externalId).doesNotHaveDuplicates();
    assertThat(slack.egress().requests())
        .filteredOn(request -> request.uri().getPath().endsWith("conversations.list"))
        .hasSize(2);
  }

  @Test
  void should_see_a_change_by_its_fingerprint_and_no_change_where_only_a_status_changed() {
    var id = slack.addUser("Ada Lovelace", "ada@example.org");
    var before = fingerprint(id);
    slack.changeUser(
        id,
        Map.of(
            "updated",
            1_800_000_000,
            "profile",
            Map.of("status_text", "In a meeting", "status_emoji", ":calendar:")));
    var busy = fingerprint(id);
    slack.changeUser(id, Map.of("profile", Map.of("title", "Countess")));

    assertThat(busy).isEqualTo(before);
    assertThat(fingerprint(id)).isNotEqualTo(before);
  }

  @Test
  void should_take_a_deactivated_person_as_gone_until_they_are_back() {
    var id = slack.addUser("Olga Former", "olga@example.org");
    slack.changeUser(id, Map.of("deleted", true));

    assertThat(change(PEOPLE, id))
        .isInstanceOfSatisfying(
            Change.Gone.class, gone -> assertThat(gone.reason()).isEqualTo("deactivated"));
    slack.changeUser(id, Map.of("deleted", false));
    assertThat(change(PEOPLE, id)).isInstanceOf(Change.Upsert.class);
  }

  @Test
  void should_keep_an_archived_channel_and_miss_a_deleted_one() {
    var archived = slack.addChannel("old");
    var deleted = slack.addChannel("gone");
    slack.changeChannel(archived, Map.of("is_archived", true));
    slack.control("DELETE", "teams/" + SimulatedSlack.TEAM + "/channels/" + deleted, Map.of());

    assertThat(item(CHANNELS, archived).json()).containsEntry("archived", true);
    assertThat(slack.pass(CHANNELS)).hasSize(1);
  }

  @Test
  void should_list_a_private_channel_only_where_the_app_is_in() {
    var id = slack.addChannel("secret");
    slack.changeChannel(id, Map.of("is_private", true, "is_member", true));
    assertThat(item(CHANNELS, id).json()).containsEntry("private", true);

    slack.changeChannel(id, Map.of("is_member", false));

    assertThat(slack.pass(CHANNELS)).isEmpty();
  }

  @Test
  void should_start_anew_when_a_cursor_is_no_longer_known() {
    assertThatThrownBy(() -> slack.source(PEOPLE).read(WORKSPACE, Cursor.of("b2xk")))
        .isInstanceOf(CursorExpired.class);
  }

  @Test
  void should_not_go_round_in_circles() {
    for (int i = 0; i < 201; i++) {
      slack.addChannel("channel-" + i);
    }
    var second = slack.source(CHANNELS).read(WORKSPACE, Cursor.start()).next().orElseThrow();
    slack.fault("conversations.list", Map.of("fault", "looping-page"));

    assertThatThrownBy(() -> slack.source(CHANNELS).read(WORKSPACE, second))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("leads to itself");
  }

  @Test
  void should_say_which_scope_is_missing() {
    slack.restrictTo("chat:write");

    assertThatThrownBy(() -> slack.source(PEOPLE).read(WORKSPACE, Cursor.start()))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("missing_scope")
        .hasMessageContaining("users:read");
  }

  private String fingerprint(String id) {
    return ((Change.Upsert) change(PEOPLE, id)).fingerprint();
  }

  private Item item(String type, String id) {
    return ((Change.Upsert) change(type, id)).item();
  }

  private Change change(String type, String id) {
    return slack.pass(type).stream()
        .filter(each -> each.externalId().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private List<Change.Upsert> upserts(String type) {
    return slack.pass(type).stream().map(Change.Upsert.class::cast).toList();
  }

  private static Map<String, Object> entry(String key, String value, String other, String text) {
    return Map.of("slack", Map.of(key, value, other, text));
  }
}
