package dev.patchbay.host.audit;

/**
 * What a look at a whole chain found.
 *
 * @param events how many links were sound
 * @param head where the chain ends; keep it elsewhere, and give it to a later verification
 * @param problem absent if the chain is intact
 */
public record AuditVerification(
    String chain, boolean intact, long events, ChainHead head, AuditProblem problem) {

  static AuditVerification intact(String chain, ChainHead head) {
    return new AuditVerification(chain, true, head.sequence(), head, null);
  }

  static AuditVerification broken(String chain, ChainHead sound, long sequence, String reason) {
    return new AuditVerification(
        chain, false, sound.sequence(), sound, new AuditProblem(sequence, reason));
  }

  /**
   * The first link that is not as it was written.
   *
   * @param sequence its number; nothing from there on is proven
   */
  public record AuditProblem(long sequence, String reason) {}
}
