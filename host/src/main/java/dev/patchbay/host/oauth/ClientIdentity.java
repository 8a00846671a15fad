package dev.patchbay.host.oauth;

import dev.patchbay.api.setting.Secret;

/** Who an integration is at its service. */
record ClientIdentity(String clientId, Secret clientSecret, String redirectUri) {}
