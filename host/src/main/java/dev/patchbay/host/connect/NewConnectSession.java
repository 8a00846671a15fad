package dev.patchbay.host.connect;

import dev.patchbay.host.connection.EndUser;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What an attempt to connect is made from: the integrations among which a person chooses, for that
 * person or for the tenant itself; or a connection that is to be connected again.
 *
 * @param integrationId the one integration, if there is nothing to choose
 * @param integrationIds several to choose from; if it is left out with the others, all of which the
 *     plugin is in use
 * @param origin of the CRM's page that opens the link with connect.js and hears how it ended; one
 *     of the tenant's connect-origins; null if the link is opened in another way
 */
public record NewConnectSession(
    @Size(max = 40) String integrationId,
    @Valid EndUser endUser,
    @Size(max = 40) String connectionId,
    @Size(max = Origin.LONGEST) String origin,
    @Size(min = 1, max = ConnectAims.MOST) List<@NotNull String> integrationIds) {}
