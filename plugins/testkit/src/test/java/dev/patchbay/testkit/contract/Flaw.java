package dev.patchbay.testkit.contract;

import java.util.Optional;

/** What is wrong with a plugin, and the one point of the contract on which it must fail. */
enum Flaw {
  SAYS_NOTHING_OF_ITSELF(ContractPoint.DESCRIPTOR_COMPLETE),
  HIDES_ITS_TYPE(ContractPoint.WHOLLY_TRIED),
  FORGETS_A_CLASS(ContractPoint.RUNS_ALONE),
  INVENTS_A_SETTING(ContractPoint.SETTINGS_NAMED),
  COMPLAINS_OF_NO_SETTING(ContractPoint.SETTINGS_NAMED),
  FORGETS_WHO_IT_IS(ContractPoint.ACCOUNT_KNOWN),
  TAKES_401_FOR_A_REFUSAL(ContractPoint.CREDENTIAL_REFUSED),
  TAKES_429_FOR_BROKEN(ContractPoint.SLOWED_DOWN),
  FORGETS_THE_WAIT(ContractPoint.WAIT_HONOURED),
  TAKES_503_FOR_A_REFUSAL(ContractPoint.SERVER_BROKEN),
  WRAPS_WHAT_THE_EGRESS_SAYS(ContractPoint.SERVER_AWAY),
  WRAPS_WHAT_BREAKS_OFF(ContractPoint.SERVER_SLOW),
  TAKES_A_HOTEL_FOR_THE_SERVICE(ContractPoint.NONSENSE_DOUBTED),
  USES_ITS_OWN_WORDS(ContractPoint.REFUSED_IN_WORDS),
  TAKES_200_FOR_SUCCESS(ContractPoint.SUCCESS_DOUBTED),
  TELLS_THE_TOKEN(ContractPoint.SECRETS_KEPT),
  LOGS_THE_TOKEN(ContractPoint.SECRETS_KEPT),
  SHOWS_THE_TOKEN(ContractPoint.SECRETS_KEPT),
  ASKS_WITH_THE_TOKEN(ContractPoint.SECRETS_KEPT),
  GOES_ELSEWHERE(ContractPoint.HOSTS_DECLARED),
  OVERLAPS_PAGES(ContractPoint.PAGING_ENDS),
  STARTS_TOO_EARLY(ContractPoint.CHANGES_ONLY),
  DROPS_DELETIONS(ContractPoint.DELETIONS_SEEN),
  DROPS_MOVES(ContractPoint.MOVES_SEEN),
  READS_A_CURSOR_ONCE(ContractPoint.CURSOR_REREAD),
  TAKES_410_FOR_A_REFUSAL(ContractPoint.CURSOR_EXPIRED),
  KEEPS_ITS_TOKEN(ContractPoint.TOKEN_RENEWED),
  KEEPS_ITS_FIRST_CONNECTION(ContractPoint.CONNECTIONS_APART),
  MAPS_DIFFERENTLY_EACH_TIME(ContractPoint.ITEMS_FIT),
  DROPS_THE_MOOD(ContractPoint.NOTHING_LOST),
  SHORTENS_TITLES(ContractPoint.WRITTEN_BACK),
  OVERWRITES_WHAT_IS_NEWER(ContractPoint.VERSION_GUARDED),
  MINDS_WHAT_IS_GONE(ContractPoint.GONE_IS_DELETED),
  CREATES_TWICE(ContractPoint.ONE_EFFECT),
  RINGS_TWICE(ContractPoint.ONE_EFFECT),
  TAKES_ANY_INPUT(ContractPoint.INPUT_CHECKED),
  ONLY_PRETENDS_TO_RING(ContractPoint.ACTION_DONE),
  OVERHEARS_THE_HOOK(ContractPoint.HOOK_READ),
  NAMES_EACH_DELIVERY_ANEW(ContractPoint.HOOK_REPEATED),
  KEEPS_ITS_FIRST_SECRET(ContractPoint.HOOK_FORGED),
  SIGNS_WITHOUT_SPACES(ContractPoint.HOOK_TAMPERED),
  BELIEVES_WHAT_IS_OLD(ContractPoint.HOOK_STALE);

  private final ContractPoint point;

  Flaw(ContractPoint point) {
    this.point = point;
  }

  ContractPoint point() {
    return point;
  }

  boolean isIn(Optional<Flaw> flaw) {
    return flaw.filter(this::equals).isPresent();
  }
}
