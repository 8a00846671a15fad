package dev.patchbay.host.audit;

import dev.patchbay.host.credential.Holder;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Counts what is marked as {@link CountedUse}, whether it succeeds or not. */
@CountedUse
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class UseCount {
  private static final String ACTION = "credential.used";

  private final Tally tally;

  @Inject
  public UseCount(Tally tally) {
    this.tally = tally;
  }

  @AroundInvoke
  Object count(InvocationContext call) throws Exception {
    for (Object argument : call.getParameters()) {
      if (argument instanceof Holder holder) {
        tally.count(Deed.done(holder.tenantId(), Actor.SERVER, ACTION, holder.connectionId()));
      }
    }
    return call.proceed();
  }
}
