package dev.patchbay.host.connect;

import dev.patchbay.host.connection.EndUser;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;

/**
 * What an attempt to connect is made from: an integration, for a person or for the tenant itself;
 * or a connection that is to be connected again.
 */
public record NewConnectSession(
    @Size(max = 40) String integrationId,
    @Valid EndUser endUser,
    @Size(max = 40) String connectionId) {}
