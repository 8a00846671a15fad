package dev.patchbay.host.openid;

import dev.patchbay.api.setting.Secret;

/**
 * What an id_token has to fit.
 *
 * @param issuer who must have issued it
 * @param clientId for whom
 * @param nonceHash the hash of the one-time text that went with the request
 * @param accessToken the token that came with it
 */
public record Expected(String issuer, String clientId, String nonceHash, Secret accessToken) {}
