package dev.patchbay.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Secrets of every kind go through a running server, by the ways that work and by those that fail;
 * then each of them is looked for in everything that the server has written or said.
 */
class CanaryIT {
  private static final String ACCOUNT = "canary@sandbox.example";
  private static final Pattern KEPT_BY_THE_SERVICE = Pattern.compile("\"value\":\"([^\"]{16,})\"");

  @TempDir Path folder;

  private final CanaryScan scan = new CanaryScan();
  private final Map<String, String> heard = new LinkedHashMap<>();
  private SharedSandbox sandbox;
  private PatchbayServer server;

  @AfterEach
  void stop() throws Exception {
    server.close();
    sandbox.close();
  }

  @Test
  void should_leave_no_secret_in_the_clear_on_h2() throws Exception {
    begin(PatchbayServer.in(folder.resolve("node")));
    live();
    assertThat(server.run("backup", folder.resolve("backup.zip").toString()).exit()).isZero();
    server.stop();

    Files.move(folder.resolve("backup.zip"), server.data().resolve("backup.zip"));
    String url = "jdbc:h2:file:" + server.data().resolve("patchbay");
    try (Connection database = DriverManager.getConnection(url, "patchbay", "patchbay")) {
      scan.tables(database);
    }
    assertNothingLeaked();
  }

  @Test
  void should_leave_no_secret_in_the_clear_on_postgresql() throws Exception {
    try (PostgresDatabase database = PostgresDatabase.start()) {
      begin(
          PatchbayServer.in(Files.createDirectories(folder.resolve("node")))
              .withPostgres(database)
              .withEnvironment("PATCHBAY_DB_PASSWORD", canary("database password")));
      live();
      server.stop();

      try (Connection look =
          DriverManager.getConnection(database.url(), database.user(), database.password())) {
        scan.tables(look);
        scan.files(dataOf(look));
      }
      assertNothingLeaked();
    }
  }

  private void begin(PatchbayServer prepared) throws Exception {
    Files.createDirectories(folder.resolve("node"));
    sandbox = SharedSandbox.start(folder.resolve("service"));
    server =
        prepared
            .withEnvironment("PATCHBAY_EGRESS_HOSTS", sandbox.hostMap())
            .withEnvironment(
                "PATCHBAY_PROXY", "http://proxy:" + canary("proxy password") + "@127.0.0.1:9")
            .start();
    Credentials first = server.credentials();
    Files.delete(server.firstSignIn());
    String key = Files.readString(server.keyFile()).strip();
    scan.add("master key", key).add("master key's bytes", Base64.getDecoder().decode(key));
    scan.add("first password", first.password()).add("first key's secret", first.clientSecret());
  }

  private void live() throws Exception {
    RestClient admin = server.admin();
    RestClient crm = server.crm();
    scan.add("access token of a person", admin.token()).add("access token of a key", crm.token());
    administer(admin);
    beginSingleSignOn(admin);
    guess();
    String connection = connect(admin, crm);
    use(crm, connection);
    rotate(admin);
    look(admin, crm);
    hear(crm.delete("/connections/" + connection));
    addTokens();
  }

  /** The service knows what it gave, codes and tokens both. */
  private void addTokens() throws Exception {
    Matcher tokens =
        KEPT_BY_THE_SERVICE.matcher(
            Files.readString(folder.resolve("service").resolve("sandbox.journal")));
    int given = 0;
    while (tokens.find()) {
      scan.add("code or token of the service " + ++given, tokens.group(1));
    }
    assertThat(given).as("tokens").isGreaterThanOrEqualTo(3);
  }

  private void administer(RestClient admin) {
    Answer made =
        hear(
            admin.post(
                "/integrations",
                Map.of(
                    "plugin", "google-calendar",
                    "name", "Canary",
                    "clientId", "canary",
                    "clientSecret", canary("client secret"))));
    hear(
        admin.patch(
            "/integrations/" + made.json().path("id").textValue(),
            Map.of("clientSecret", canary("replaced client secret"))));
    hear(
        admin.post(
            "/users",
            Map.of(
                "name", "vera",
                "password", canary("password"),
                "roles", List.of("viewer"))));
    JsonNode key = admin.post("/api-keys", Map.of("name", "second")).json();
    scan.add("second key's secret", key.path("clientSecret").textValue());
    hear(admin.post("/integrations", Map.of("clientsecret", canary("misspelt field"))));
    hear(admin.post("/users", Map.of("name", "eve", "roles", "[]", "password", canary("refused"))));
  }

  /** A provider that refuses the secret, and a person who goes there and does not come back. */
  private void beginSingleSignOn(RestClient admin) throws Exception {
    Answer saved =
        hear(
            admin.put(
                "/single-sign-on",
                Map.of(
                    "issuer", "https://login.company.example",
                    "clientId", "canary",
                    "defaultRole", "viewer",
                    "emailDomains", List.of("company.example"),
                    "clientSecret", canary("single sign-on's client secret"))));
    assertThat(saved.status()).as(saved.toString()).isEqualTo(200);
    hear(admin.post("/single-sign-on/check", Map.of()));
    hear(admin.get("/single-sign-on"));
    CookieManager cookies = new CookieManager();
    HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build();
    URI start =
        server.url().resolve("/api/sign-in?organisation=default&challenge=" + "c".repeat(43));
    URI authorize = next(browser, HttpRequest.newBuilder(start).build());
    scan.add("single sign-on's state", parameter(authorize, "state"));
    assertThat(cookies.getCookieStore().getCookies())
        .hasSize(1)
        .allSatisfy(cookie -> scan.add("single sign-on's cookie", cookie.getValue()));
  }

  /** What somebody types who is not let in is often a secret of somewhere else. */
  private void guess() throws Exception {
    RestClient anonymous = server.anonymous();
    hear(
        anonymous.post(
            "/login", Map.of("username", "admin", "password", canary("wrong password"))));
    hear(
        anonymous.form(
            "/api/v1/token",
            "grant_type=client_credentials&client_id=pbk_none"
                + "&client_secret="
                + canary("wrong client secret")));
    hear(RestClient.withToken(server.url(), canary("bearer that is none")).get("/me"));
    hear(anonymous.page("/api/connect/" + canary("unknown connect token")));
    hear(
        anonymous.page(
            "/api/oauth/callback?code="
                + canary("unknown code")
                + "&state="
                + canary("unknown state")));
    hear(anonymous.form("/api/connect-forms/none", "apiKey=" + canary("typed in key")));
    hear(
        anonymous.form(
            "/api/v1/token",
            "grant_type=urn:ietf:params:oauth:grant-type:token-exchange&subject_token="
                + canary("token of an issuer that nobody trusts")
                + "&subject_token_type=urn:ietf:params:oauth:token-type:jwt"));
    hear(raw("{\"username\":\"admin\",\"password\":\"" + canary("password in broken JSON")));
  }

  private String connect(RestClient admin, RestClient crm) throws Exception {
    sandbox.integrations().forEach(body -> admin.post("/integrations", body));
    sandbox.client().addAccount(ACCOUNT);
    sandbox.client().generateEvents(ACCOUNT, 20);
    String integration = "";
    for (JsonNode one : crm.get("/integrations").json().path("items")) {
      if (one.path("plugin").asText().equals("google-calendar")
          && !one.path("name").asText().equals("Canary")) {
        integration = one.path("id").textValue();
      }
    }
    JsonNode session = crm.post("/connect-sessions", Map.of("integrationId", integration)).json();
    scan.add("connect token", session.path("token").textValue());
    consent(session.path("connectUrl").textValue());
    JsonNode ended = crm.get("/connect-sessions/" + session.path("id").textValue()).json();
    assertThat(ended.path("state").textValue()).as(ended.toString()).isEqualTo("CONNECTED");
    return ended.path("connectionId").textValue();
  }

  /** A person's way, whose state, cookie and code are secrets as well. */
  private void consent(String connectUrl) throws Exception {
    CookieManager cookies = new CookieManager();
    HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build();
    URI authorize = next(browser, HttpRequest.newBuilder(URI.create(connectUrl)).build());
    scan.add("state", parameter(authorize, "state"));
    cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().startsWith("patchbay-connect-"))
        .forEach(cookie -> scan.add("browser's cookie", cookie.getValue()));
    HttpRequest agree =
        HttpRequest.newBuilder(sandbox.url().resolve("/control/google/authorizations"))
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofString(
                    RestClient.write(Map.of("url", authorize.toString(), "account", ACCOUNT))))
            .build();
    JsonNode agreed = RestClient.parse(browser.send(agree, BodyHandlers.ofString()).body());
    URI back = URI.create(agreed.path("redirect").textValue());
    scan.add("code", parameter(back, "code"));
    next(browser, HttpRequest.newBuilder(back).build());
  }

  private static URI next(HttpClient browser, HttpRequest request) throws Exception {
    HttpResponse<String> answer = browser.send(request, BodyHandlers.ofString());
    return request.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
  }

  private static String parameter(URI address, String name) {
    Matcher value = Pattern.compile("(?:^|&)" + name + "=([^&]+)").matcher(address.getRawQuery());
    assertThat(value.find()).as("%s in %s", name, address).isTrue();
    return URLDecoder.decode(value.group(1), StandardCharsets.UTF_8);
  }

  private void use(RestClient crm, String connection) {
    Crm user = new Crm(server::crm, sandbox::client);
    user.finishedRun(connection);
    sandbox.client().expireAccessTokens(ACCOUNT);
    hear(crm.post("/connections/" + connection + "/check", Map.of()));
    user.pull(connection);
    sandbox.client().revokeGrants(ACCOUNT);
    hear(crm.post("/connections/" + connection + "/check", Map.of()));
    hear(crm.get("/connections/" + connection));
    hear(crm.get("/sync-runs?connection=" + connection));
  }

  private void rotate(RestClient admin) {
    Answer begun = hear(admin.post("/encryption/rotations", Map.of("kind", "data-key")));
    assertThat(begun.status()).as(begun.toString()).isEqualTo(202);
    String path = "/encryption/rotations/" + begun.json().path("id").textValue();
    Waiting.until(
        () -> !admin.get(path).json().path("state").asText().equals("RUNNING"),
        2,
        TimeUnit.MINUTES);
    assertThat(hear(admin.get(path)).json().path("state").asText()).isEqualTo("SUCCEEDED");
    hear(admin.post("/encryption/rotations", Map.of("kind", "signing-key")));
    hear(admin.post("/encryption/rotations", Map.of("kind", "master-key")));
  }

  private void look(RestClient admin, RestClient crm) {
    for (String path :
        List.of(
            "/me",
            "/users",
            "/api-keys",
            "/tenants",
            "/integrations",
            "/connections",
            "/operations",
            "/operations/counts",
            "/metrics",
            "/plugins",
            "/audit-events?limit=500",
            "/audit-events?limit=500&scope=server",
            "/audit-events/export",
            "/audit-events/export?scope=server",
            "/encryption/rotations")) {
      assertThat(hear(admin.get(path)).status()).as(path).isEqualTo(200);
    }
    hear(crm.get("/changes?after=0&limit=500"));
    hear(crm.get("/users"));
    hear(server.anonymous().page("/openapi"));
    hear(server.anonymous().page("/api/jwks"));
    assertThat(hear(admin.post("/audit-verifications", Map.of())).json().path("intact").asBoolean())
        .isTrue();
  }

  private void assertNothingLeaked() {
    heard.forEach((call, said) -> scan.text("answer " + call, said));
    scan.files(server.data());
    scan.text("standard output", server.output());
    scan.text("standard error", server.errors());
    System.out.println("canaries: " + scan.reach());
    assertThat(scan.hits()).isEmpty();
    assertThat(heard).hasSizeGreaterThan(30);
    assertThat(scan.secrets()).isGreaterThanOrEqualTo(28);
  }

  private Answer hear(Answer answer) {
    String call = answer.toString().substring(0, answer.toString().indexOf(')') + 1);
    heard.put(heard.size() + " " + call, answer.said());
    return answer;
  }

  /** A secret that nobody else has, with characters that each encoding writes differently. */
  private String canary(String name) {
    byte[] chance = new byte[12];
    new SecureRandom().nextBytes(chance);
    String secret = "c4n" + Base64.getUrlEncoder().encodeToString(chance);
    scan.add(name, secret);
    return secret;
  }

  private Answer raw(String body) throws Exception {
    return new Answer(
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(server.url().resolve("/api/v1/login"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(body))
                    .build(),
                BodyHandlers.ofString()));
  }

  private static Path dataOf(Connection database) throws Exception {
    try (var statement = database.createStatement();
        var row = statement.executeQuery("show data_directory")) {
      row.next();
      return Path.of(row.getString(1));
    }
  }
}
