package dev.patchbay.host.egress;

/** Is told of every exchange at its end. It must not block: a call waits for it. */
@FunctionalInterface
public interface ExchangeLog {

  void add(Exchange exchange);
}
