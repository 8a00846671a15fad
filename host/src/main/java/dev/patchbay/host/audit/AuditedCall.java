package dev.patchbay.host.audit;

import dev.patchbay.host.caller.CurrentCaller;
import dev.patchbay.host.persistence.Transactions;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Tells what an {@link Audited} call did, if it did it. */
@Audited
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class AuditedCall {
  private final Audit audit;
  private final Transactions transactions;
  private final CurrentCaller caller;

  @Inject
  public AuditedCall(Audit audit, Transactions transactions, CurrentCaller caller) {
    this.audit = audit;
    this.transactions = transactions;
    this.caller = caller;
  }

  @AroundInvoke
  Object tell(InvocationContext call) throws Exception {
    return transactions.<Object, Exception>call(
        () -> {
          Object answer = call.proceed();
          audit.record(CalledDeed.of(call, answer, caller.get()));
          return answer;
        });
  }
}
