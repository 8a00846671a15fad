package dev.patchbay.host.security;

import dev.patchbay.host.audit.Audit;
import dev.patchbay.host.audit.Refusals;
import dev.patchbay.host.audit.Tally;
import dev.patchbay.host.audit.TestAudit;
import dev.patchbay.host.credential.TestVault;
import dev.patchbay.host.credential.Vault;
import dev.patchbay.host.fixture.SettableClock;
import dev.patchbay.host.fixture.TestDatabase;
import dev.patchbay.host.ids.Ids;
import dev.patchbay.host.persistence.Dialect;
import dev.patchbay.host.tenant.TenantRegister;
import dev.patchbay.host.tenant.Tenants;
import java.nio.file.Path;
import java.time.Duration;
import org.glassfish.soteria.identitystores.hash.Pbkdf2PasswordHashImpl;

/** The classes of sign-in on a real database, wired as the container wires them. */
final class SecuritySetup {
  static final Duration LEAD = Duration.ofMinutes(10);

  final SettableClock clock;
  final TestDatabase database;
  final Ids ids;
  final Tenants tenants;
  final TenantRegister tenantRegister;
  final Users users;
  final ApiKeys apiKeys;
  final KeyIssuer keyIssuer;
  final UserRegister userRegister;
  final SignInThrottle throttle;
  final SigningKeys signingKeys;
  final Tokens tokens;
  final SignIn signIn;
  final Subjects subjects;
  final UserAdministration administration;
  final SignInAudit signInAudit;
  final VouchedPeople people;
  final VouchedSession session;

  SecuritySetup(Dialect dialect) {
    this(TestDatabase.clean(dialect));
  }

  private SecuritySetup(TestDatabase database) {
    this(database, TestVault.open(database), new SettableClock());
  }

  SecuritySetup(TestDatabase database, Vault vault, SettableClock clock) {
    this.database = database;
    this.clock = clock;
    ids = new Ids(clock);
    tenants = new Tenants(database.entities());
    tenantRegister = new TenantRegister(tenants, ids, clock);
    users = new Users(database.entities());
    apiKeys = new ApiKeys(database.entities());
    keyIssuer = new KeyIssuer(apiKeys, ids, clock);
    Passwords passwords = new Passwords(new Pbkdf2PasswordHashImpl());
    userRegister = new UserRegister(users, passwords, ids, clock);
    throttle = new SignInThrottle(database.entities(), database.transactions(), clock);
    signingKeys =
        new SigningKeys(database.entities(), vault, database.transactions(), ids, clock, LEAD);
    database.transactions().run(signingKeys::prepare);
    tokens = new Tokens(signingKeys, ids, clock);
    signInAudit = audit(vault);
    signIn =
        new SignIn(
            users,
            apiKeys,
            passwords,
            throttle,
            tokens,
            signInAudit,
            database.transactions(),
            new PasswordPolicy(tenants));
    subjects = new Subjects(users, apiKeys, database.transactions(), clock);
    people = new VouchedPeople(users, tenants, ids, clock);
    session = new VouchedSession(users, signIn, signInAudit, subjects);
    administration = new UserAdministration(users, userRegister, subjects, database.transactions());
  }

  private SignInAudit audit(Vault vault) {
    Audit audit = TestAudit.on(database, vault, clock);
    return new SignInAudit(audit, new Refusals(audit, new Tally(clock)));
  }

  FirstStart firstStart(Path dataFolder) {
    return new FirstStart(
        users, tenantRegister, userRegister, keyIssuer, new FirstSignInFile(dataFolder.toString()));
  }

  String tenant(String name) {
    return database.transactions().call(() -> tenantRegister.open(name)).id();
  }
}
