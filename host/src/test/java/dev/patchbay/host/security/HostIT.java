package dev.patchbay.host.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.patchbay.api.setting.Secret;
import dev.patchbay.host.caller.Caller;
import dev.patchbay.host.caller.Roles;
import dev.patchbay.host.caller.Scope;
import dev.patchbay.host.credential.Place;
import dev.patchbay.host.credential.Vault;
import dev.patchbay.host.egress.Exchange;
import dev.patchbay.host.egress.ExchangeLog;
import dev.patchbay.host.egress.Origin;
import dev.patchbay.host.egress.Sender;
import dev.patchbay.host.fixture.Api;
import dev.patchbay.host.fixture.Api.Answer;
import dev.patchbay.host.operation.OperationWriter;
import dev.patchbay.host.persistence.Jdbc;
import dev.patchbay.host.persistence.Transactions;
import dev.patchbay.host.tenant.Tenant;
import dev.patchbay.host.tenant.TenantRegister;
import dev.patchbay.host.tenant.Tenants;
import jakarta.inject.Inject;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The built WAR in its real container, asked from inside for what CDI, JPA and JTA make of it and
 * over HTTP for what a caller sees. One class, since each deployment costs a start of the server.
 */
@ExtendWith(ArquillianExtension.class)
class HostIT {
  private static final URI SERVER = URI.create(System.getProperty("patchbay.internal-url"));

  @Inject private Vault vault;
  @Inject private Transactions transactions;
  @Inject private TenantRegister register;
  @Inject private Tenants tenants;
  @Inject private Jdbc jdbc;
  @Inject private Tokens tokens;
  @Inject private KeyIssuer keyIssuer;
  @Inject private SigningKeys signingKeys;
  @Inject private ExchangeLog exchanges;
  @Inject private OperationWriter operations;

  private static String adminToken;

  private Api anonymous;
  private Api admin;
  private JsonNode firstSignIn;

  @Deployment
  static WebArchive host() {
    WebArchive built =
        ShrinkWrap.createFromZipFile(WebArchive.class, new File(System.getProperty("it.war")));
    return ShrinkWrap.create(WebArchive.class, "api.war")
        .merge(built)
        .addClasses(Api.class, Answer.class)
        .addAsLibraries(jarOf(Assertions.class));
  }

  private static File jarOf(Class<?> type) {
    return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath());
  }

  @BeforeEach
  void signIn() throws IOException {
    firstSignIn =
        new ObjectMapper()
            .readTree(Path.of(System.getProperty("patchbay.data"), "first-sign-in.json").toFile());
    anonymous = Api.anonymous(SERVER);
    if (adminToken == null) {
      adminToken = login("admin", firstSignIn.get("password").asText()).field("accessToken");
    }
    admin = anonymous.with(adminToken);
  }

  @Test
  void should_seal_and_open_when_the_container_injects_the_vault() {
    Place place = new Place("ten_1", "connection", "con_1", "token");

    assertThat(vault.open(place, vault.seal(place, Secret.of("s")))).isEqualTo(Secret.of("s"));
  }

  @Test
  void should_roll_back_jpa_and_jdbc_together_when_the_work_throws() {
    assertThatThrownBy(
            () ->
                transactions.run(
                    () -> {
                      Tenant tenant = register.open("rolled back");
                      rename(tenant, "rolled back by sql");
                      throw new IOException("half way");
                    }))
        .isInstanceOf(IOException.class);

    assertThat(tenants.hasName("rolled back")).isFalse();
    assertThat(tenants.hasName("rolled back by sql")).isFalse();
  }

  @Test
  void should_commit_jpa_and_jdbc_together_when_all_goes_well() throws SQLException {
    Tenant tenant =
        transactions.call(
            () -> {
              Tenant opened = register.open("before");
              rename(opened, "after");
              return opened;
            });

    assertThat(tenants.find(tenant.id()).orElseThrow().name()).isEqualTo("after");
  }

  @Test
  @RunAsClient
  void should_tell_who_is_calling_when_the_token_is_good() {
    Answer me = admin.get("/api/v1/me");

    assertThat(me.status()).isEqualTo(200);
    assertThat(me.field("name")).isEqualTo("admin");
    assertThat(me.field("tenant.name")).isEqualTo("default");
    assertThat(me.json().get("roles")).extracting(JsonNode::asText).contains("admin");
  }

  @Test
  @RunAsClient
  void should_ask_for_a_token_when_there_is_none() {
    Answer answer = anonymous.get("/api/v1/me");

    assertThat(answer.problem()).isEqualTo("401 unauthenticated");
    assertThat(answer.header("WWW-Authenticate")).contains("Bearer");
    assertThat(answer.field("correlationId")).isEqualTo(answer.header("X-Correlation-Id").get());
  }

  @Test
  void should_refuse_a_token_when_it_is_expired_or_altered_or_unsigned() {
    String good = tokens.issue(adminCaller(), Duration.ofMinutes(5)).text();
    String[] parts = good.split("\\.");
    String none =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString("{\"alg\":\"none\"}".getBytes(UTF_8));

    assertThat(anonymous.with(good).get("/api/v1/me").status()).isEqualTo(200);
    assertThat(
            new String[] {
              tokens.issue(adminCaller(), Duration.ofMinutes(-5)).text(),
              parts[0] + "." + parts[1] + "." + parts[2].substring(4) + "AAAA",
              none + "." + parts[1] + ".",
              "garbage"
            })
        .allSatisfy(
            token ->
                assertThat(anonymous.with(token).get("/api/v1/me").problem())
                    .isEqualTo("401 unauthenticated"));
  }

  @Test
  void should_refuse_a_token_when_it_claims_what_the_subject_is_not() {
    Caller self = adminCaller();
    Caller elsewhere = Caller.user("ten_x", self.subject(), "a", self.roles());
    Caller mightier = Caller.user(self.tenantId(), self.subject(), "a", Set.of(Roles.CRM));
    Caller nobody = Caller.user(self.tenantId(), "usr_x", "a", self.roles());

    assertThat(new Caller[] {elsewhere, mightier, nobody})
        .allSatisfy(
            caller ->
                assertThat(
                        anonymous
                            .with(tokens.issue(caller, Duration.ofMinutes(5)).text())
                            .get("/api/v1/me")
                            .problem())
                    .isEqualTo("401 unauthenticated"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"name\":\"x\",\"evil\":1} | 400 malformed-request | evil",
        "{\"name\":5} | 400 malformed-request | name",
        "{\"name\":\"a\",\"name\":\"b\"} | 400 malformed-request | ",
        "{\"name\": | 400 malformed-request | ",
        "{} | 422 invalid-content | name",
        "{\"name\":\" \"} | 422 invalid-content | name",
        "null | 422 invalid-content | body"
      })
  void should_name_what_is_wrong_when_a_body_is_not_acceptable(
      String body, String problem, String field) {
    Answer answer = admin.post("/api/v1/tenants", body);

    assertThat(answer.problem()).isEqualTo(problem);
    assertThat(answer.json().at("/errors/0/field").asText(""))
        .isEqualTo(field == null ? "" : field);
    assertThat(answer.text()).doesNotContain("dev.patchbay.", "java.", "jackson");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/nothing, 404 not-found",
    "/api/nothing.html, 404 not-found",
    "/api/__error, 404 not-found",
    "/api/v1/tenants?limit=many, 400 bad-parameter",
    "/api/v1/tenants?limit=0, 400 bad-parameter",
    "/api/v1/tenants?cursor=*, 400 bad-parameter",
    "/api/v1/login, 405 method-not-allowed"
  })
  void should_answer_with_a_problem_when_the_address_is_wrong(String path, String problem) {
    assertThat(admin.get(path).problem()).isEqualTo(problem);
  }

  @Test
  void should_refuse_a_body_when_it_is_oversize() {
    assertThat(admin.post("/api/v1/tenants", "[" + " ".repeat(1 << 20) + "]").problem())
        .isEqualTo("413 body-too-large");
  }

  @Test
  void should_refuse_the_operators_calls_when_a_crm_makes_them() {
    Api crm = anonymous.with(crmToken());

    assertThat(crm.get("/api/v1/me").field("kind")).isEqualTo("api-key");
    assertThat(crm.get("/api/v1/tenants").problem()).isEqualTo("403 forbidden");
    assertThat(crm.post("/api/v1/api-keys", "{\"name\":\"x\"}").problem())
        .isEqualTo("403 forbidden");
  }

  @Test
  @RunAsClient
  void should_answer_in_oauths_own_words_when_the_secret_is_wrong() {
    Answer answer =
        anonymous.form(
            "/api/v1/token",
            "grant_type=client_credentials",
            basic(firstSignIn.get("clientId").asText(), "wrong"));

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.field("error")).isEqualTo("invalid_client");
    assertThat(answer.header("WWW-Authenticate"))
        .hasValueSatisfying(h -> assertThat(h).startsWith("Basic"));
  }

  @Test
  void should_not_see_a_key_when_it_belongs_to_another_tenant() {
    Tenant other = transactions.call(() -> register.open("other"));
    ApiKey foreign =
        transactions.call(() -> keyIssuer.issue(other.id(), "theirs", Scope.usual())).key();

    assertThat(admin.delete("/api/v1/api-keys/" + foreign.id()).problem())
        .isEqualTo("404 not-found");
    assertThat(admin.get("/api/v1/api-keys").text()).doesNotContain(foreign.id());
  }

  @Test
  @RunAsClient
  void should_stop_a_token_when_its_key_is_deleted() {
    Answer made = admin.post("/api/v1/api-keys", "{\"name\":\"short-lived\"}");
    Api crm = anonymous.with(token(made.field("clientId"), made.field("clientSecret")));
    assertThat(crm.get("/api/v1/me").status()).isEqualTo(200);

    assertThat(admin.delete("/api/v1/api-keys/" + made.field("id")).status()).isEqualTo(204);

    assertThat(crm.get("/api/v1/me").problem()).isEqualTo("401 unauthenticated");
  }

  @Test
  @RunAsClient
  void should_let_a_person_in_and_out_when_an_admin_says_so() {
    Answer made =
        admin.post(
            "/api/v1/users",
            "{\"name\":\"vera\",\"password\":\"vera's password\",\"roles\":[\"viewer\"]}");
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.text()).doesNotContain("vera's password");
    Api vera = anonymous.with(login("vera", "vera's password").field("accessToken"));

    assertThat(vera.get("/api/v1/me").field("name")).isEqualTo("vera");
    assertThat(vera.get("/api/v1/users").problem()).isEqualTo("403 forbidden");
    admin.delete("/api/v1/users/" + made.field("id"));
    assertThat(vera.get("/api/v1/me").problem()).isEqualTo("401 unauthenticated");
  }

  @Test
  @RunAsClient
  void should_make_wait_when_the_own_password_is_guessed_by_somebody_signed_in() {
    admin.post(
        "/api/v1/users",
        "{\"name\":\"wim\",\"password\":\"wim's password\",\"roles\":[\"viewer\"]}");
    Api wim = anonymous.with(login("wim", "wim's password").field("accessToken"));
    String guess = "{\"currentPassword\":\"a guess of it\",\"password\":\"the new password\"}";

    for (int i = 0; i < 5; i++) {
      assertThat(wim.put("/api/v1/me/password", guess).status()).isEqualTo(422);
    }
    assertThat(wim.put("/api/v1/me/password", guess).status()).isEqualTo(429);
  }

  @Test
  void should_give_a_token_for_one_of_a_configured_outside_issuer() throws JOSEException {
    Instant now = Instant.now();
    transactions.run(() -> tenants.add(new Tenant("ten_outside", "Outside", now)));
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer("https://login.outside.test")
            .audience("patchbay")
            .subject("ada@outside.test")
            .claim("org", "acme")
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(300)));

    Answer answer = exchange(signed(claims.build()));

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.field("scope")).isEqualTo("connections:read records:read");
    assertThat(answer.field("issued_token_type")).endsWith(":access_token");
    assertThat(answer.json().get("expires_in").asInt()).isBetween(1, 300);
    Api outsider = anonymous.with(answer.field("access_token"));
    assertThat(outsider.get("/api/v1/me").field("tenant.name")).isEqualTo("Outside");
    assertThat(outsider.get("/api/v1/connections").status()).isEqualTo(200);
    assertThat(outsider.get("/api/v1/sync-runs").problem()).isEqualTo("403 forbidden");
    assertThat(outsider.get("/api/v1/users").problem()).isEqualTo("403 forbidden");
    assertThat(exchange(signed(claims.audience("another").build())).field("error"))
        .isEqualTo("invalid_request");
    assertThat(anonymous.with(signed(claims.build())).get("/api/v1/me").problem())
        .isEqualTo("401 unauthenticated");
  }

  private Answer exchange(String token) {
    String form =
        "grant_type=urn:ietf:params:oauth:grant-type:token-exchange"
            + "&subject_token_type=urn:ietf:params:oauth:token-type:jwt&subject_token="
            + token;
    return anonymous.form("/api/v1/token", form, basic("nobody", "nothing"));
  }

  /** The issuer's published keys are this server's own, so that no second server is needed. */
  private String signed(JWTClaimsSet claims) throws JOSEException {
    RSAKey key = signingKeys.signer();
    JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
    SignedJWT token = new SignedJWT(header, claims);
    token.sign(new RSASSASigner(key));
    return token.serialize();
  }

  @Test
  void should_show_the_tenants_own_operations_when_they_are_written() {
    Caller self = adminCaller();
    exchanges.add(failed(self.tenantId(), "/mine"));
    exchanges.add(failed("ten_other", "/theirs"));
    operations.write();

    Answer mine = admin.get("/api/v1/operations?category=Unavailable&from=2020-01-01T00:00:00Z");
    assertThat(mine.field("items.0.path")).isEqualTo("/mine");
    assertThat(mine.field("items.0.status")).isEqualTo("503");
    assertThat(mine.text()).doesNotContain("theirs");
    assertThat(admin.get("/api/v1/operations?category=Bad").problem())
        .isEqualTo("400 bad-parameter");
    assertThat(admin.get("/api/v1/operations?to=yesterday").problem())
        .isEqualTo("400 bad-parameter");
    assertThat(admin.get("/api/v1/operations/counts").status()).isEqualTo(200);
    assertThat(anonymous.get("/api/v1/operations").problem()).isEqualTo("401 unauthenticated");
  }

  @Test
  @RunAsClient
  void should_tell_the_audit_what_was_done_and_refused() {
    Answer made = admin.post("/api/v1/api-keys", "{\"name\":\"audited\"}");
    Api crm = anonymous.with(token(made.field("clientId"), made.field("clientSecret")));
    crm.get("/api/v1/users");
    crm.get("/api/v1/audit-events");
    login("admin", "not the password");
    Answer events = admin.get("/api/v1/audit-events?action=api-key.");

    assertThat(events.field("items.0.action")).isEqualTo("api-key.created");
    assertThat(events.field("items.0.target")).isEqualTo(made.field("id"));
    assertThat(events.field("items.0.actor.name")).isEqualTo("admin");
    assertThat(events.field("items.0.detail.name")).isEqualTo("audited");
    assertThat(events.text()).doesNotContain(made.field("clientSecret"));
    assertThat(
            admin
                .get("/api/v1/audit-events?outcome=refused&actor=" + made.field("id"))
                .json()
                .findValuesAsText("target"))
        .containsExactly("GET /v1/audit-events", "GET /v1/users");
    assertThat(
            admin
                .get("/api/v1/audit-events?outcome=refused&action=signed-in")
                .field("items.0.actor.name"))
        .isEqualTo("admin");
    assertThat(admin.post("/api/v1/audit-verifications", "{}").field("intact")).isEqualTo("true");
    assertThat(admin.post("/api/v1/audit-verifications", "{\"scope\":\"server\"}").field("intact"))
        .isEqualTo("true");
    assertThat(admin.get("/api/v1/audit-events/export").text())
        .contains("\"action\":\"api-key.created\"")
        .endsWith("\"}\n");
  }

  @Test
  void should_show_metrics_to_server_admins_only() {
    exchanges.add(failed(adminCaller().tenantId(), "/counted"));

    assertThat(admin.get("/api/v1/metrics").text())
        .contains("patchbay_exchange_seconds_count{category=\"Unavailable\",plugin=\"sample\"}")
        .doesNotContain("ten_", "con_");
    assertThat(anonymous.with(crmToken()).get("/api/v1/metrics").problem())
        .isEqualTo("403 forbidden");
    assertThat(anonymous.get("/api/v1/metrics").problem()).isEqualTo("401 unauthenticated");
  }

  private static Exchange failed(String tenant, String path) {
    Sender sender = Sender.plugin("sample", List.of()).from(Origin.of(tenant));
    return new Exchange(
        sender, "GET", "api.test", path, 503, Duration.ZERO, 0, "Unavailable", "answered");
  }

  @Test
  @RunAsClient
  void should_publish_no_private_half_when_asked_for_the_keys() {
    JsonNode key = anonymous.get("/api/jwks").json().at("/keys/0");

    assertThat(key.get("n").asText()).isNotBlank();
    assertThat(key.has("d") || key.has("p") || key.has("q")).isFalse();
  }

  @Test
  @RunAsClient
  void should_be_ready_and_describe_itself_when_it_runs() {
    assertThat(anonymous.get("/health/live").status()).isEqualTo(200);
    assertThat(anonymous.get("/health/ready").status()).isEqualTo(200);
    assertThat(
            anonymous.get("/openapi?format=JSON").json().at("/paths/~1v1~1me/get/summary").asText())
        .isEqualTo("Who is calling, in which tenant, with which roles");
  }

  private void rename(Tenant tenant, String name) throws SQLException {
    try (Statement statement = jdbc.connection().createStatement()) {
      statement.executeUpdate(
          "update tenant set name = '" + name + "' where id = '" + tenant.id() + "'");
    }
  }

  private Caller adminCaller() {
    JsonNode me = admin.get("/api/v1/me").json();
    return Caller.user(
        me.at("/tenant/id").asText(),
        me.get("id").asText(),
        "admin",
        Set.of(Roles.SERVER_ADMIN, Roles.ADMIN));
  }

  private Answer login(String name, String password) {
    return anonymous.post(
        "/api/v1/login", "{\"username\":\"" + name + "\",\"password\":\"" + password + "\"}");
  }

  private String crmToken() {
    return token(firstSignIn.get("clientId").asText(), firstSignIn.get("clientSecret").asText());
  }

  private String token(String clientId, String secret) {
    return anonymous
        .form("/api/v1/token", "grant_type=client_credentials", basic(clientId, secret))
        .field("access_token");
  }

  private static String basic(String id, String secret) {
    return "Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(UTF_8));
  }
}
