package dev.patchbay.host.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.patchbay.api.setting.Secret;
import dev.patchbay.host.credential.TestVault;
import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.fixture.SettableClock;
import dev.patchbay.host.fixture.TestDatabase;
import dev.patchbay.host.fixture.Together;
import dev.patchbay.host.ids.Ids;
import dev.patchbay.host.page.PageQuery;
import dev.patchbay.host.persistence.Dialect;
import dev.patchbay.host.plugin.ServicePlugins;
import dev.patchbay.host.problem.FieldError;
import dev.patchbay.host.problem.ProblemException;
import dev.patchbay.host.problem.ProblemType;
import dev.patchbay.host.tenant.Tenant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.AbstractObjectAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class IntegrationSetupTest {
  private static final String TENANT = "ten_1";

  private final TestDatabase database;
  private final SettableClock clock = new SettableClock();
  @AutoClose private final ServicePlugins plugins = new ServicePlugins();
  private IntegrationSecrets secrets;
  private Integrations integrations;
  private IntegrationSetup setup;

  IntegrationSetupTest(Dialect dialect) {
    database = TestDatabase.clean(dialect);
  }

  @BeforeEach
  void prepare() {
    secrets = new IntegrationSecrets(TestVault.open(database));
    integrations = new Integrations(database.entities());
    setup =
        new IntegrationSetup(
            integrations,
            secrets,
            plugins.catalogue(),
            (integration, clientId, secret) -> {},
            new PublicAddress("https://crm.test/"),
            database.transactions(),
            new Ids(clock),
            clock);
    database
        .transactions()
        .run(
            () -> {
              database.entities().persist(new Tenant(TENANT, "acme", clock.instant()));
              database.entities().persist(new Tenant("ten_2", "other", clock.instant()));
            });
  }

  @Test
  void should_tell_everything_but_secrets_when_it_is_made() {
    var made = setup.create(TENANT, draft("Main"));

    assertThat(made.id()).startsWith("int_");
    assertThat(made.clientId()).isEqualTo("client-1");
    assertThat(made.scopes()).containsExactly("events.read", "profile");
    assertThat(made.settings()).isEqualTo(Map.of("zone", "eu"));
    assertThat(made.redirectUri()).isEqualTo("https://crm.test/api/oauth/callback");
    assertThat(made.connections()).isZero();
    assertThat(setup.get(TENANT, made.id())).isEqualTo(made);
    assertThat(made.toString()).doesNotContain("s3cret", "sign-me");
  }

  @Test
  void should_give_secrets_back_when_the_host_needs_them() {
    var integration = stored(setup.create(TENANT, draft("Main")).id());

    assertThat(secrets.clientSecret(integration)).isEqualTo(Secret.of("s3cret"));
    assertThat(secrets.settings(integration).secret("signingSecret"))
        .contains(Secret.of("sign-me"));
    assertThat(secrets.settings(integration).text("zone")).contains("eu");
  }

  @Test
  void should_ask_for_the_chosen_scopes_when_there_are_any() {
    var made =
        setup.create(
            TENANT,
            new IntegrationDraft("service", "Main", "c", "s", List.of("b", "a", "b"), null, null));

    assertThat(made.scopes()).containsExactly("a", "b");
  }

  @Test
  void should_keep_what_a_change_leaves_out() {
    var made = setup.create(TENANT, draft("Main"));

    var changed =
        setup.change(
            TENANT, made.id(), new IntegrationChange("Renamed", null, null, null, null, null));

    assertThat(changed.name()).isEqualTo("Renamed");
    assertThat(changed.scopes()).isEqualTo(made.scopes());
    assertThat(changed.settings()).isEqualTo(made.settings());
    assertThat(secrets.clientSecret(stored(made.id()))).isEqualTo(Secret.of("s3cret"));
  }

  @Test
  void should_change_named_settings_only_when_some_are_given() {
    var made = setup.create(TENANT, draft("Main"));
    var emptied = new HashMap<String, Object>();
    emptied.put("zone", null);

    var changed =
        setup.change(
            TENANT, made.id(), new IntegrationChange(null, null, "new", null, emptied, null));

    assertThat(changed.settings()).isEmpty();
    var integration = stored(made.id());
    assertThat(secrets.settings(integration).secret("signingSecret"))
        .contains(Secret.of("sign-me"));
    assertThat(secrets.clientSecret(integration)).isEqualTo(Secret.of("new"));
  }

  @Test
  void should_name_all_fields_when_several_are_wrong() {
    problem(
            () ->
                setup.create(
                    TENANT,
                    new IntegrationDraft(
                        "service",
                        "Main",
                        " ",
                        null,
                        List.of("ok", "two words"),
                        Map.of("zone", "mars", "colour", "red"),
                        null)),
            ProblemType.INVALID_CONTENT)
        .extracting(problem -> problem.errors().stream().map(FieldError::field).toList())
        .isEqualTo(
            List.of("clientId", "clientSecret", "scopes[1]", "settings.colour", "settings.zone"));
  }

  @Test
  void should_change_nothing_when_one_field_is_wrong() {
    var made = setup.create(TENANT, draft("Main"));

    problem(
        () ->
            setup.change(
                TENANT,
                made.id(),
                new IntegrationChange("Renamed", null, "new", null, Map.of("zone", "mars"), null)),
        ProblemType.INVALID_CONTENT);

    assertThat(setup.get(TENANT, made.id())).isEqualTo(made);
    assertThat(secrets.clientSecret(stored(made.id()))).isEqualTo(Secret.of("s3cret"));
  }

  @Test
  void should_refuse_an_empty_secret_when_it_would_replace_one() {
    var made = setup.create(TENANT, draft("Main"));

    problem(
            () ->
                setup.change(
                    TENANT, made.id(), new IntegrationChange(null, null, "", null, null, null)),
            ProblemType.INVALID_CONTENT)
        .extracting(problem -> problem.errors().get(0).field())
        .isEqualTo("clientSecret");
  }

  @Test
  void should_refuse_an_oauth_client_when_the_plugin_has_no_use_for_one() {
    problem(
            () ->
                setup.create(
                    TENANT,
                    new IntegrationDraft("alpha", "Main", "c", "s", List.of("a"), null, null)),
            ProblemType.INVALID_CONTENT)
        .extracting(problem -> problem.errors().stream().map(FieldError::field).toList())
        .isEqualTo(List.of("clientId", "clientSecret", "scopes"));
    assertThat(
            setup
                .create(TENANT, new IntegrationDraft("alpha", "Main", null, null, null, null, null))
                .scopes())
        .isEmpty();
  }

  @Test
  void should_refuse_an_unknown_plugin_by_its_field() {
    problem(
            () ->
                setup.create(
                    TENANT, new IntegrationDraft("none", "Main", "c", "s", null, null, null)),
            ProblemType.INVALID_CONTENT)
        .extracting(problem -> problem.errors().get(0).field())
        .isEqualTo("plugin");
  }

  @Test
  void should_allow_what_the_plugin_offers() {
    var made = setup.create(TENANT, draft("Main"));
    var permissions = new Permissions(Set.of("event"), Set.of());

    assertThat(setup.allow(TENANT, made.id(), permissions).permissions()).isEqualTo(permissions);
  }

  @Test
  void should_name_what_the_plugin_does_not_offer_when_it_is_allowed() {
    var made = setup.create(TENANT, draft("Main"));

    problem(
            () -> setup.allow(TENANT, made.id(), new Permissions(Set.of("event", "evnt"), null)),
            ProblemType.INVALID_CONTENT)
        .extracting(problem -> problem.errors().get(0))
        .isEqualTo(
            new FieldError("types", "holds evnt, and may hold what the plugin offers: event"));
    problem(
            () -> setup.allow(TENANT, made.id(), new Permissions(null, Set.of("send-mesage"))),
            ProblemType.INVALID_CONTENT)
        .extracting(problem -> problem.errors().get(0))
        .isEqualTo(
            new FieldError(
                "actions", "holds send-mesage, and may hold what the plugin offers: none"));
    assertThat(stored(made.id()).permissions()).isEqualTo(Permissions.unbounded());
  }

  @Test
  void should_be_in_conflict_when_the_name_is_taken() {
    setup.create(TENANT, draft("Main"));
    var other = setup.create(TENANT, draft("Other"));

    problem(() -> setup.create(TENANT, draft(" Main ")), ProblemType.CONFLICT);
    problem(
        () ->
            setup.change(
                TENANT, other.id(), new IntegrationChange("Main", null, null, null, null, null)),
        ProblemType.CONFLICT);
    assertThat(setup.create("ten_2", draft("Main")).name()).isEqualTo("Main");
  }

  @Test
  void should_be_in_conflict_when_two_take_a_name_at_once() throws Exception {
    var outcomes =
        Together.run(
            8,
            i -> {
              try {
                setup.create(TENANT, draft("Main"));
                return "made";
              } catch (ProblemException e) {
                return e.type().toString();
              }
            });

    assertThat(outcomes).containsOnlyOnce("made").hasSize(8).containsOnly("made", "CONFLICT");
  }

  @Test
  void should_not_be_there_for_another_tenant() {
    var made = setup.create(TENANT, draft("Main"));
    var change = new IntegrationChange("Mine", null, null, null, null, null);

    problem(() -> setup.get("ten_2", made.id()), ProblemType.NOT_FOUND);
    problem(() -> setup.change("ten_2", made.id(), change), ProblemType.NOT_FOUND);
    problem(() -> setup.remove("ten_2", made.id()), ProblemType.NOT_FOUND);
    assertThat(setup.list("ten_2", PageQuery.of(10, null)).items()).isEmpty();
  }

  @Test
  void should_list_by_age_in_pages() {
    var first = setup.create(TENANT, draft("A"));
    clock.advance(java.time.Duration.ofSeconds(1));
    var second = setup.create(TENANT, draft("B"));

    var page = setup.list(TENANT, PageQuery.of(1, null));

    assertThat(page.items()).containsExactly(first);
    assertThat(setup.list(TENANT, PageQuery.of(1, page.next())).items()).containsExactly(second);
  }

  @Test
  void should_be_gone_when_it_is_removed() {
    var made = setup.create(TENANT, draft("Main"));

    setup.remove(TENANT, made.id());

    problem(() -> setup.get(TENANT, made.id()), ProblemType.NOT_FOUND);
  }

  private Integration stored(String id) {
    return database
        .transactions()
        .<Integration, RuntimeException>call(() -> integrations.find(TENANT, id).orElseThrow());
  }

  private static IntegrationDraft draft(String name) {
    return new IntegrationDraft(
        "service",
        name,
        "client-1",
        "s3cret",
        null,
        Map.of("zone", "eu", "signingSecret", "sign-me"),
        null);
  }

  private static AbstractObjectAssert<?, ProblemException> problem(
      ThrowingCallable call, ProblemType expected) {
    return assertThatThrownBy(call)
        .asInstanceOf(type(ProblemException.class))
        .satisfies(problem -> assertThat(problem.type()).isEqualTo(expected));
  }
}
