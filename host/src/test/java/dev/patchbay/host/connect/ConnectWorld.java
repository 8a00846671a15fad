package dev.patchbay.host.connect;

import dev.patchbay.host.audit.Actor;
import dev.patchbay.host.audit.Deed;
import dev.patchbay.host.audit.Tally;
import dev.patchbay.host.audit.TestAudit;
import dev.patchbay.host.audit.Uses;
import dev.patchbay.host.connection.ConnectionContexts;
import dev.patchbay.host.connection.ConnectionEnded;
import dev.patchbay.host.connection.ConnectionEstablished;
import dev.patchbay.host.connection.ConnectionLost;
import dev.patchbay.host.connection.ConnectionRecovered;
import dev.patchbay.host.connection.Connections;
import dev.patchbay.host.connection.CredentialReplaced;
import dev.patchbay.host.connection.CredentialReplacement;
import dev.patchbay.host.connection.Disconnection;
import dev.patchbay.host.connection.EndUser;
import dev.patchbay.host.connection.GrantNews;
import dev.patchbay.host.connection.Introduction;
import dev.patchbay.host.connection.LiveConnections;
import dev.patchbay.host.connection.Pairs;
import dev.patchbay.host.connection.RecordsDiscarded;
import dev.patchbay.host.credential.Credentials;
import dev.patchbay.host.credential.Holder;
import dev.patchbay.host.credential.Renewals;
import dev.patchbay.host.credential.TestVault;
import dev.patchbay.host.credential.Vault;
import dev.patchbay.host.event.EventLog;
import dev.patchbay.host.event.EventReader;
import dev.patchbay.host.event.Events;
import dev.patchbay.host.fixture.AuthorizationServer;
import dev.patchbay.host.fixture.HeardEvent;
import dev.patchbay.host.fixture.SettableClock;
import dev.patchbay.host.fixture.TestDatabase;
import dev.patchbay.host.ids.Ids;
import dev.patchbay.host.integration.Integration;
import dev.patchbay.host.integration.IntegrationSecrets;
import dev.patchbay.host.integration.IntegrationSetup;
import dev.patchbay.host.integration.Integrations;
import dev.patchbay.host.integration.Permissions;
import dev.patchbay.host.integration.PublicAddress;
import dev.patchbay.host.integration.SampleIntegration;
import dev.patchbay.host.oauth.AuthorizationRequests;
import dev.patchbay.host.oauth.ClientProbe;
import dev.patchbay.host.oauth.CodeExchange;
import dev.patchbay.host.oauth.Consent;
import dev.patchbay.host.oauth.Consents;
import dev.patchbay.host.oauth.Grants;
import dev.patchbay.host.oauth.Leases;
import dev.patchbay.host.oauth.OAuthClients;
import dev.patchbay.host.oauth.Renewers;
import dev.patchbay.host.oauth.Revocations;
import dev.patchbay.host.openid.Discovery;
import dev.patchbay.host.openid.DocumentFetch;
import dev.patchbay.host.openid.IdTokens;
import dev.patchbay.host.openid.KeySets;
import dev.patchbay.host.openid.PublishedDocuments;
import dev.patchbay.host.persistence.Database;
import dev.patchbay.host.persistence.Dialect;
import dev.patchbay.host.persistence.Jdbc;
import dev.patchbay.host.plugin.DeclaredPlugins;
import dev.patchbay.host.plugin.PluginCalls;
import dev.patchbay.host.plugin.Plugins;
import dev.patchbay.host.plugin.ServicePlugins;
import dev.patchbay.host.security.PreparedSigningKeys;
import dev.patchbay.host.tenant.Tenant;
import dev.patchbay.host.tenant.Tenants;
import dev.patchbay.host.webhook.PreparedAddresses;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Everything between a link and a connection, put together as the container does. */
public final class ConnectWorld implements AutoCloseable {
  public static final String TENANT = "ten_1";
  public static final String OTHER_TENANT = "ten_2";

  public final AuthorizationServer server = new AuthorizationServer();
  public final SettableClock clock = new SettableClock();
  public final TestDatabase database;
  public final Connections connections;
  public final Integrations integrations;
  public final Grants grants;
  public final Revocations revocations;
  public final LiveConnections live;
  public final CredentialReplacement replacement;
  public final IntegrationSetup setup;
  public final String integrationId;
  public final HeardEvent<ConnectionEstablished> established = new HeardEvent<>();
  public final HeardEvent<ConnectionEnded> ended = new HeardEvent<>();
  public final HeardEvent<RecordsDiscarded> discarded = new HeardEvent<>();
  public final HeardEvent<CredentialReplaced> replaced = new HeardEvent<>();
  public final HeardEvent<ConnectionLost> lost = new HeardEvent<>();
  public final HeardEvent<ConnectionRecovered> recovered = new HeardEvent<>();
  public final GrantNews news;
  public final IntegrationSecrets secrets;
  public final Vault vault;

  final ConnectSessions sessions;
  final ConnectOrigins origins;
  public final EventLog events;
  final ConnectResults results;
  final ConnectInvitation invitation;
  final ConnectStart start;
  final ConnectFinish finish;
  final BrowserAnswers answers;
  final ConnectChoices choices;
  final ConnectForms forms;
  final ConnectFormResource formResource;

  public final Plugins catalogue;
  private final AutoCloseable plugins;

  /** With real plugin jars. */
  public ConnectWorld(Dialect dialect) {
    this(dialect, new ServicePlugins());
  }

  private ConnectWorld(Dialect dialect, ServicePlugins plugins) {
    this(dialect, plugins.catalogue(), plugins.calls(), plugins);
  }

  /** With one plugin that the test made. */
  public ConnectWorld(Dialect dialect, DeclaredPlugins plugins) {
    this(dialect, plugins, plugins.calls(), plugins);
  }

  private ConnectWorld(
      Dialect dialect, Plugins catalogue, PluginCalls pluginCalls, AutoCloseable plugins) {
    this.catalogue = catalogue;
    this.plugins = plugins;
    server.idTokens.clock = clock;
    database = TestDatabase.clean(dialect);
    var transactions = database.transactions();
    var entities = database.entities();
    var ids = new Ids(clock);
    vault = TestVault.open(database);
    var address = new PublicAddress("https://crm.test");
    answers = new BrowserAnswers(address);
    secrets = new IntegrationSecrets(vault);
    sessions = new ConnectSessions(entities);
    integrations = new Integrations(entities);
    connections = new Connections(entities);
    var renewals = new Renewals(new Database(database.dataSource()), database.dialect(), vault);
    grants =
        new Grants(
            new Credentials(entities, vault),
            renewals,
            new Leases(renewals),
            new Uses(new Tally(clock)),
            transactions,
            clock);
    var documents = new PublishedDocuments(new DocumentFetch(server.gate()), clock);
    var clients =
        new OAuthClients(
            catalogue,
            secrets,
            address,
            server.gate(),
            server.hostMap(),
            new Discovery(documents, clock));
    var idTokens = new IdTokens(new KeySets(documents, clock), clock);
    revocations = new Revocations(entities, clients, vault, transactions, ids, clock);
    var contexts = new ConnectionContexts(secrets, server.gate(), ids, clock);
    var renewers = new Renewers(clients, server.gate(), clock);
    news = new GrantNews(connections, transactions, lost, recovered, clock);
    live =
        new LiveConnections(
            new Pairs(connections, integrations, transactions, new Database(database.dataSource())),
            contexts,
            grants,
            renewers,
            catalogue,
            pluginCalls,
            news);
    var introduction = new Introduction(catalogue, pluginCalls, contexts);
    replacement =
        new CredentialReplacement(
            live, connections, renewers, introduction, grants, news, transactions, replaced);
    setup =
        new IntegrationSetup(
            integrations,
            secrets,
            catalogue,
            new ClientProbe(clients),
            address,
            transactions,
            ids,
            clock);
    var consents =
        new Consents(new AuthorizationRequests(entities), clients, vault, transactions, clock);
    origins = new ConnectOrigins(new Tenants(entities), transactions);
    events = new EventLog(new Jdbc(entities), clock);
    results = new ConnectResults(sessions, events, transactions, clock);
    invitation =
        new ConnectInvitation(
            sessions,
            new ConnectAims(integrations, connections, catalogue),
            origins,
            address,
            transactions,
            ids,
            clock);
    start = new ConnectStart(sessions, integrations, catalogue, consents, transactions, clock);
    var establishment =
        new Establishment(
            results, connections, introduction, grants, transactions, established, ids, clock);
    choices = new ConnectChoices(sessions, integrations, catalogue, start, transactions, clock);
    forms =
        new ConnectForms(
            sessions,
            integrations,
            catalogue,
            renewers,
            establishment,
            results,
            transactions,
            clock);
    formResource = new ConnectFormResource(forms, choices, answers, address);
    finish =
        new ConnectFinish(
            consents,
            sessions,
            integrations,
            clients,
            new CodeExchange(clients, idTokens, pluginCalls, server.gate(), clock),
            establishment,
            results,
            transactions,
            clock);
    transactions.run(
        () -> {
          entities.persist(new Tenant(TENANT, "acme", clock.instant()));
          entities.persist(new Tenant(OTHER_TENANT, "other", clock.instant()));
        });
    Integration integration = SampleIntegration.of(TENANT, secrets, clock.instant());
    transactions.run(() -> integrations.add(integration));
    integrationId = integration.id();
  }

  ConnectSessionSummary invite() {
    return invitation.invite(TENANT, new NewConnectSession(integrationId, null, null, null, null));
  }

  Consent leave(ConnectSessionSummary session) {
    return ((Departure.ToConsent) start.start(session.token()).orElseThrow()).consent();
  }

  /** What the service sends back when the person agrees. */
  Map<String, List<String>> agree(Consent consent) {
    var asked = AuthorizationServer.query(consent.address().getRawQuery());
    return Map.of("code", List.of(server.consent(asked)), "state", List.of(consent.state()));
  }

  ResultPage comeBack(Map<String, List<String>> query, String browser) {
    return end(query, browser).page();
  }

  ConnectEnd end(Map<String, List<String>> query, String browser) {
    return finish.finish(Callback.of(query).orElseThrow(), Optional.ofNullable(browser));
  }

  /** The whole way of a person who agrees; returns the session as it stands then. */
  ConnectSessionSummary connect(NewConnectSession request) {
    var session = invitation.invite(TENANT, request);
    var consent = leave(session);
    comeBack(agree(consent), consent.browser());
    return look(session);
  }

  ConnectSessionSummary look(ConnectSessionSummary session) {
    return invitation.look(TENANT, session.id());
  }

  /** Sets the service up once more. */
  public void setUp(String id, String tenantId) {
    var integration = SampleIntegration.of(id, tenantId, "Set-up " + id, secrets, clock.instant());
    database.transactions().run(() -> integrations.add(integration));
  }

  /** Bounds what the integration lets through. */
  public void allow(Permissions permissions) {
    setup.allow(TENANT, integrationId, permissions);
  }

  /** What those who follow hear. */
  public EventReader told() {
    return new EventReader(new Events(new Database(database.dataSource()), clock));
  }

  /** What ends connections in this world. */
  public Disconnection disconnection() {
    return new Disconnection(
        connections,
        integrations,
        grants,
        revocations,
        database.transactions(),
        new HeardEvent<>(),
        ended,
        discarded,
        clock);
  }

  /** Connects whoever signs in and returns the connection's id. */
  public String connected() {
    return connect(new NewConnectSession(integrationId, null, null, null, null)).connectionId();
  }

  /** The same for a person of the tenant. */
  public String connectedFor(String person) {
    var endUser = new EndUser(person, null);
    return connect(new NewConnectSession(integrationId, endUser, null, null, null)).connectionId();
  }

  /** Writes down that a connection's grant is to be revoked, and tells nobody. */
  void planRevocation(String connectionId) {
    var holder = new Holder(TENANT, connectionId);
    database
        .transactions()
        .run(
            () ->
                revocations.plan(
                    integrations.find(TENANT, integrationId).orElseThrow(),
                    grants.find(holder).orElseThrow()));
  }

  void makeSigningKey() {
    PreparedSigningKeys.on(database, vault, clock);
  }

  void makeAddresses(String connectionId) {
    var integration = integrations.find(TENANT, integrationId).orElseThrow();
    PreparedAddresses.on(database, vault, integration, connectionId, clock.instant());
  }

  void beginAudit() {
    TestAudit.on(database, vault, clock)
        .record(Deed.done(TENANT, Actor.SERVER, "connection.paused", "con_1"));
  }

  public <T> T inTransaction(Supplier<T> work) {
    return database.transactions().<T, RuntimeException>call(work::get);
  }

  @Override
  public void close() {
    try {
      plugins.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    server.close();
  }
}
