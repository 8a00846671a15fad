package dev.patchbay.host.sso;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jwt.SignedJWT;
import dev.patchbay.api.error.IntegrationException;
import dev.patchbay.api.setting.Secret;
import dev.patchbay.host.audit.TestAudit;
import dev.patchbay.host.caller.Caller;
import dev.patchbay.host.caller.Roles;
import dev.patchbay.host.connect.TableScan;
import dev.patchbay.host.credential.TestVault;
import dev.patchbay.host.credential.Vault;
import dev.patchbay.host.fixture.Answering;
import dev.patchbay.host.fixture.AuthorizationServer;
import dev.patchbay.host.fixture.SettableClock;
import dev.patchbay.host.fixture.TestDatabase;
import dev.patchbay.host.ids.Ids;
import dev.patchbay.host.integration.PublicAddress;
import dev.patchbay.host.oauth.Consent;
import dev.patchbay.host.oauth.OAuthClients;
import dev.patchbay.host.openid.Discovery;
import dev.patchbay.host.openid.DocumentFetch;
import dev.patchbay.host.openid.IdTokens;
import dev.patchbay.host.openid.KeySets;
import dev.patchbay.host.openid.PublishedDocuments;
import dev.patchbay.host.persistence.Dialect;
import dev.patchbay.host.problem.ProblemException;
import dev.patchbay.host.security.LoginAnswer;
import dev.patchbay.host.security.PeopleSetup;
import dev.patchbay.host.security.Unwelcome;
import dev.patchbay.host.tenant.Tenants;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLDecoder;
import java.sql.SQLException;
import java.text.ParseException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A tenant whose people sign in with a provider of their own, put together as the container does;
 * another tenant beside it; a person with a browser.
 */
public final class SignOnWorld implements AutoCloseable {
  static final String HERE = "192.0.2.1";

  /** What the console keeps in the person's web session. */
  static final String VERIFIER = "a-text-that-only-this-web-session-knows-12345";

  final SettableClock clock;
  final AuthorizationServer server;
  final TestDatabase database;
  final PeopleSetup security;
  final ProviderSetup setup;
  final ProviderCheck check;
  final Providers providers;
  final Organisations organisations;
  final SignInBegin begin;
  final SignInReturn comingBack;
  final CodeExchange exchange;
  final SignInPages pages;

  /** The cookies of the person's browser. */
  final Map<String, Cookie> cookies = new HashMap<>();

  private SignOnWorld(
      TestDatabase database, Vault vault, AuthorizationServer server, SettableClock clock) {
    this.database = database;
    this.server = server;
    this.clock = clock;
    server.idTokens.clock = clock;
    var entities = database.entities();
    var transactions = database.transactions();
    var address = new PublicAddress("https://crm.test");
    security = new PeopleSetup(database, vault, clock);
    var documents = new PublishedDocuments(new DocumentFetch(server.gate()), clock);
    var discovery = new Discovery(documents, clock);
    var keys = new KeySets(documents, clock);
    var tenants = new Tenants(entities);
    var clients =
        new ProviderClients(
            new OAuthClients(null, null, address, server.gate(), server.hostMap(), discovery),
            vault,
            address);
    providers = new Providers(entities);
    organisations = new Organisations(tenants, providers);
    setup =
        new ProviderSetup(
            providers,
            tenants,
            discovery,
            security.people(),
            vault,
            TestAudit.on(database, vault, clock),
            address,
            transactions,
            new Ids(clock),
            clock);
    check = new ProviderCheck(providers, clients, discovery, keys, transactions);
    var attempts = new Attempts(entities);
    var codes = new OneTimeCodes(entities);
    begin =
        new SignInBegin(
            organisations, clients, attempts, new StartLimit(clock), vault, transactions, clock);
    comingBack =
        new SignInReturn(
            attempts,
            providers,
            new Identification(clients, new IdTokens(keys, clock)),
            security.people(),
            security.session(),
            codes,
            vault,
            transactions,
            clock);
    exchange = new CodeExchange(codes, security.session(), transactions, clock);
    pages = new SignInPages(address);
  }

  static SignOnWorld on(Dialect dialect) {
    var database = TestDatabase.clean(dialect);
    return on(database, TestVault.open(database), new AuthorizationServer(), new SettableClock());
  }

  /** Beside what others have put into a database. */
  public static SignOnWorld on(
      TestDatabase database, Vault vault, AuthorizationServer server, SettableClock clock) {
    return new SignOnWorld(database, vault, server, clock);
  }

  /** Sets single sign-on up, and sends somebody on the way, so that there is something sealed. */
  public void fill(String tenant) {
    save(tenant, draft());
    leave(tenant);
  }

  String tenant(String name) {
    return security.tenant(name);
  }

  /** A good draft: groups give roles, and newcomers are welcome. */
  static Draft draft() {
    return new Draft();
  }

  ProviderSummary save(String tenant, Draft draft) {
    return setup.save(admin(tenant), draft.build());
  }

  static Caller admin(String tenant) {
    return Caller.user(tenant, "usr_admin", "admin", Set.of(Roles.ADMIN));
  }

  /** The person leaves for the provider; the browser keeps the cookie. */
  Departure leave(String tenant) {
    return leave(tenant, HERE);
  }

  Departure leave(String tenant, String from) {
    var departure = begin.depart(tenant, Challenge.of(VERIFIER), from);
    var name = cookieName(departure);
    cookies.put(name, new Cookie.Builder(name).value(departure.browser()).build());
    return departure;
  }

  static String cookieName(Departure departure) {
    return "__Host-" + Consent.signInCookieName(departure.state());
  }

  /** The provider sends the browser back. */
  String agreed(Departure departure) {
    return "code="
        + server.consent(asked(departure))
        + "&state="
        + departure.state()
        + "&iss="
        + AuthorizationServer.ISSUER;
  }

  static Map<String, String> asked(Departure departure) {
    return AuthorizationServer.query(departure.address().getRawQuery());
  }

  /** The browser follows to the callback; returns where it is sent then. */
  String comeBack(String tenant, String query) {
    Response answer =
        new SignInCallback(comingBack, pages, security.address())
            .receive(
                tenant,
                Answering.with(UriInfo.class, Map.of("getQueryParameters", parameters(query))),
                Answering.with(HttpHeaders.class, Map.of("getCookies", cookies)),
                Answering.with(
                    HttpServletRequest.class,
                    Map.of("getRemoteAddr", HERE, "getHeaders", Collections.emptyEnumeration())));
    return answer.getLocation().toString();
  }

  /** The one-time code of the address that the browser is sent to, if it is let in. */
  static Optional<String> code(String location) {
    var start = "https://crm.test/console/sign-in?code=";
    return location.startsWith(start)
        ? Optional.of(location.substring(start.length()))
        : Optional.empty();
  }

  /** The whole way; where the browser ends. */
  String pass(String tenant) {
    return comeBack(tenant, agreed(leave(tenant)));
  }

  /** The whole way to a token; nothing if it ends before. */
  Optional<LoginAnswer> signIn(String tenant) {
    return code(pass(tenant)).map(this::trade);
  }

  LoginAnswer trade(String code) {
    return exchange.trade(new SignInCode(code, VERIFIER), HERE);
  }

  boolean trades(String code, String verifier) {
    try {
      return exchange.trade(new SignInCode(code, verifier), HERE) != null;
    } catch (ProblemException refused) {
      return false;
    }
  }

  /** Who has come in. */
  Optional<Caller> person(String tenant) {
    return signIn(tenant).map(answer -> subject(answer)).flatMap(security::now);
  }

  static String subject(LoginAnswer answer) {
    try {
      return SignedJWT.parse(answer.accessToken()).getJWTClaimsSet().getSubject();
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Everything that the database holds, as text. */
  String database() {
    return TableScan.of(database);
  }

  /** What somebody does who can write the database. */
  void database(String sql) {
    try (var connection = database.dataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  boolean leaves(String tenant) {
    try {
      leave(tenant);
      return true;
    } catch (IntegrationException | Unwelcome e) {
      return false;
    }
  }

  private static MultivaluedHashMap<String, String> parameters(String query) {
    var parameters = new MultivaluedHashMap<String, String>();
    for (var pair : query.split("&")) {
      var parts = pair.split("=", 2);
      parameters.add(URLDecoder.decode(parts[0], UTF_8), URLDecoder.decode(parts[1], UTF_8));
    }
    return parameters;
  }

  @Override
  public void close() {
    server.close();
  }

  /** What an admin fills in, each field as a test wants it. */
  static final class Draft {
    String issuer = AuthorizationServer.ISSUER;
    Secret secret = Secret.of(AuthorizationServer.CLIENT_SECRET);
    String roleClaim = "groups";
    Map<String, String> roles = Map.of("crm-admins", "admin", "crm-editors", "editor");
    String defaultRole;
    Set<String> domains = Set.of();
    boolean createsUsers = true;
    boolean passwords = true;

    Draft withDomains(String... names) {
      domains = Set.copyOf(List.of(names));
      return this;
    }

    ProviderDraft build() {
      return new ProviderDraft(
          issuer,
          AuthorizationServer.CLIENT_ID,
          secret,
          "Company",
          null,
          roleClaim,
          roles,
          defaultRole,
          domains,
          createsUsers,
          passwords);
    }
  }
}
