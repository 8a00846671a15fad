package dev.patchbay.testkit.contract;

/** One thing that the host, and whoever uses a plugin, relies on. */
public enum ContractPoint {
  DESCRIPTOR_COMPLETE("The descriptor says what a catalogue and its forms show"),
  WHOLLY_TRIED("All that the plugin offers is tried: types, actions, webhooks"),
  RUNS_ALONE("What is shipped runs with nothing but the JDK and the plugin API"),
  SETTINGS_NAMED("A setting that is missing or wrong is named"),
  ACCOUNT_KNOWN("The check tells the same lasting account each time"),
  CREDENTIAL_REFUSED("A refused credential asks for a new sign-in"),
  SLOWED_DOWN("A request to slow down is taken as one"),
  WAIT_HONOURED("The wait is as long as the service asks"),
  SERVER_BROKEN("A server error is a failure that may pass"),
  SERVER_AWAY("A service that cannot be reached is a failure that may pass"),
  SERVER_SLOW("A service that stops answering is a failure that may pass"),
  NONSENSE_DOUBTED("An answer that is not the service's is a failure that may pass"),
  REFUSED_IN_WORDS("Another refusal is final, in the service's own words"),
  SUCCESS_DOUBTED("A failure inside an answer that says success is found"),
  SECRETS_KEPT("No secret is in an exception, a log, an address or a toString"),
  HOSTS_DECLARED("Nothing is sent to a host that is not declared"),
  PAGING_ENDS("A pass ends, its cursor moves, and it brings each item once"),
  CHANGES_ONLY("The next pass brings what changed since, and nothing else"),
  DELETIONS_SEEN("An item that was deleted is gone from the next pass"),
  MOVES_SEEN("An item that was moved leaves one collection and keeps its id in the other"),
  CURSOR_REREAD("The same cursor brings the same items again"),
  CURSOR_EXPIRED("A cursor that the service no longer knows is said to be so"),
  TOKEN_RENEWED("A token that was renewed between two pages is used for the second"),
  CONNECTIONS_APART("Two connections that are read by turns get their own items"),
  ITEMS_FIT("Items are of the declared type, and equal when they are mapped again"),
  NOTHING_LOST("Everything that an item holds at the service is in the standard schema"),
  WRITTEN_BACK("An item that is written is read as it was written"),
  VERSION_GUARDED("An edit of an older version overwrites nothing"),
  GONE_IS_DELETED("Deleting what is gone already is no failure"),
  ONE_EFFECT("The same idempotency key has its effect once"),
  INPUT_CHECKED("An action refuses what lacks a required field, and names the field"),
  ACTION_DONE("An action does what it says, and says what it did"),
  HOOK_READ("A webhook names its account, and another event has another id"),
  HOOK_REPEATED("A webhook that is delivered twice has the same id"),
  HOOK_FORGED("A webhook that somebody else signed, or nobody, is refused"),
  HOOK_TAMPERED("A webhook that was changed on the way is refused"),
  HOOK_STALE("A webhook that was signed at another time is refused"),
  SUBSCRIPTION_HEARD("A subscription tells of changes, with the secret that was ordered for it"),
  SUBSCRIPTION_RENEWED("A new subscription tells beside the old one, and goes on after its end"),
  SUBSCRIPTION_ENDED("A subscription that was ended tells nothing, and may be ended again");

  private final String sentence;

  ContractPoint(String sentence) {
    this.sentence = sentence;
  }

  /** What holds, in one sentence. */
  public String sentence() {
    return sentence;
  }
}
