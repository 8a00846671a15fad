package dev.patchbay.console.access;

/** What an admin registers at the provider, and where the people start. */
record SignOnAddresses(String redirectUri, String signInUrl) {}
