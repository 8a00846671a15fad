package dev.patchbay.host.caller;

/** The roles a caller can have; constants, since annotations name them. */
public final class Roles {
  /** Tenants, plugins, keys and nodes of the whole server. */
  public static final String SERVER_ADMIN = "server-admin";

  /** Everything within one tenant. */
  public static final String ADMIN = "admin";

  /** Connections and their syncs, but not integrations or access. */
  public static final String EDITOR = "editor";

  /** Looks, changes nothing. */
  public static final String VIEWER = "viewer";

  /** The CRM itself, by API key. */
  public static final String CRM = "crm";

  private Roles() {}
}
