package dev.patchbay.host.connect;

import dev.patchbay.host.connection.EndUser;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;

/**
 * What an attempt to connect is made from: an integration, for a person or for the tenant itself;
 * or a connection that is to be connected again.
 *
 * @param origin of the CRM's page that opens the link with connect.js and hears how it ended; one
 *     of the tenant's connect-origins; null if the link is opened in another way
 */
public record NewConnectSession(
    @Size(max = 40) String integrationId,
    @Valid EndUser endUser,
    @Size(max = 40) String connectionId,
    @Size(max = Origin.LONGEST) String origin) {}
