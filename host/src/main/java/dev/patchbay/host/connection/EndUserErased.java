package dev.patchbay.host.connection;

import java.util.List;

/**
 * Fired in the transaction in which a person is erased, after their connections were ended and
 * before these are gone: whoever keeps something of them removes it in the same commit.
 */
public record EndUserErased(String tenantId, String endUserId, List<String> connectionIds) {

  public EndUserErased {
    connectionIds = List.copyOf(connectionIds);
  }
}
