package dev.patchbay.host.persistence;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/** The container's transactions. */
@Singleton
public class JtaTransactions implements Transactions {

  @Override
  @Transactional(value = TxType.REQUIRED, rollbackOn = Exception.class)
  public <T, X extends Exception> T call(Work<T, X> work) throws X {
    return work.call();
  }

  @Override
  @Transactional(value = TxType.REQUIRES_NEW, rollbackOn = Exception.class)
  public <T, X extends Exception> T callAlone(Work<T, X> work) throws X {
    return work.call();
  }
}
