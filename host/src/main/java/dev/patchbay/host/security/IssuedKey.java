package dev.patchbay.host.security;

import dev.patchbay.api.setting.Secret;

/** A new API key together with its secret, which is seen only now. */
record IssuedKey(ApiKey key, Secret secret) {}
