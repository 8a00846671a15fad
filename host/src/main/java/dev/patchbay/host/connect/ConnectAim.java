package dev.patchbay.host.connect;

import dev.patchbay.host.connection.EndUser;
import java.util.Optional;

/**
 * What an attempt to connect is for.
 *
 * @param connectionId the connection that is to be connected again; empty for a new one
 * @param endUser the person for whom it is; empty for the tenant itself
 */
record ConnectAim(String integrationId, Optional<String> connectionId, Optional<EndUser> endUser) {}
