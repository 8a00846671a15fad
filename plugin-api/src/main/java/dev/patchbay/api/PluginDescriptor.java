package dev.patchbay.api;

import dev.patchbay.api.action.ActionDescriptor;
import dev.patchbay.api.auth.Authorization;
import dev.patchbay.api.setting.Setting;
import dev.patchbay.api.webhook.WebhookScope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a plugin says of itself, as data: it fills the catalogue, the console's forms, the OpenAPI
 * document and the checks on the way out. Immutable.
 *
 * <p>The plugin's id, version and API version are not here but in {@code
 * META-INF/patchbay-plugin.properties}, so that the host can refuse a plugin for the wrong version
 * without running any of its code.
 *
 * @since 1
 */
public final class PluginDescriptor {

  private final String name;
  private final String description;
  private final String icon;
  private final List<String> categories;
  private final Authorization authorization;
  private final List<Setting> settings;
  private final List<String> egressHosts;
  private final List<TypeDescriptor> types;
  private final List<ActionDescriptor<?, ?>> actions;
  private final WebhookScope webhookScope;

  private PluginDescriptor(Builder builder) {
    name = builder.name;
    description = builder.description;
    icon = builder.icon;
    categories = List.copyOf(builder.categories);
    authorization = builder.authorization;
    settings = List.copyOf(builder.settings);
    egressHosts = List.copyOf(builder.egressHosts);
    types = List.copyOf(builder.types);
    actions = List.copyOf(builder.actions);
    webhookScope = builder.webhookScope;
  }

  /**
   * @param name the service's name as a person knows it
   * @param authorization how an account is connected
   */
  public static Builder builder(String name, Authorization authorization) {
    return new Builder(name, authorization);
  }

  /** The service's name as a person knows it. */
  public String name() {
    return name;
  }

  /** One sentence for the catalogue; empty text if there is none. */
  public String description() {
    return description;
  }

  /** An SVG document of at most 16 KiB without scripts; empty text if there is none. */
  public String icon() {
    return icon;
  }

  /** Where the catalogue lists it, such as {@code calendar}. */
  public List<String> categories() {
    return categories;
  }

  /** How an account is connected. */
  public Authorization authorization() {
    return authorization;
  }

  /** What an admin fills in for an integration. */
  public List<Setting> settings() {
    return settings;
  }

  /** The hosts that the plugin may reach; {@code *.} at the start stands for one or more labels. */
  public List<String> egressHosts() {
    return egressHosts;
  }

  /** The types of item that it reads or writes. */
  public List<TypeDescriptor> types() {
    return types;
  }

  /** The actions that it offers. */
  public List<ActionDescriptor<?, ?>> actions() {
    return actions;
  }

  /** For whom addresses that receive webhooks are made; empty if the plugin receives none. */
  public Optional<WebhookScope> webhookScope() {
    return Optional.ofNullable(webhookScope);
  }

  /** Collects what a plugin says of itself; not safe for use by several threads. */
  public static final class Builder {

    private final String name;
    private final Authorization authorization;
    private String description = "";
    private String icon = "";
    private final List<String> categories = new ArrayList<>();
    private final List<Setting> settings = new ArrayList<>();
    private final List<String> egressHosts = new ArrayList<>();
    private final List<TypeDescriptor> types = new ArrayList<>();
    private final List<ActionDescriptor<?, ?>> actions = new ArrayList<>();
    private WebhookScope webhookScope;

    private Builder(String name, Authorization authorization) {
      this.name = Objects.requireNonNull(name, "name");
      this.authorization = Objects.requireNonNull(authorization, "authorization");
    }

    /** One sentence for the catalogue. */
    public Builder description(String description) {
      this.description = Objects.requireNonNull(description, "description");
      return this;
    }

    /** An SVG document of at most 16 KiB without scripts. */
    public Builder icon(String svg) {
      this.icon = Objects.requireNonNull(svg, "svg");
      return this;
    }

    /**
     * An SVG document of at most 16 KiB without scripts, from the plugin's jar.
     *
     * @param beside a class of the plugin
     * @param file the name of the file in the package of that class, such as {@code icon.svg}
     * @throws IllegalArgumentException if there is no such file
     */
    public Builder icon(Class<?> beside, String file) {
      try (var svg = beside.getResourceAsStream(file)) {
        if (svg == null) {
          throw new IllegalArgumentException(
              "There is no \"%s\" beside %s in the plugin's jar".formatted(file, beside.getName()));
        }
        return icon(new String(svg.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException("The icon cannot be read from the plugin's jar", e);
      }
    }

    /** Where the catalogue lists it. */
    public Builder categories(String... categories) {
      this.categories.addAll(List.of(categories));
      return this;
    }

    /** What an admin fills in for an integration. */
    public Builder settings(Setting... settings) {
      this.settings.addAll(List.of(settings));
      return this;
    }

    /** Hosts that the plugin may reach, in lower case; {@code *.} stands for one or more labels. */
    public Builder egressHosts(String... hosts) {
      this.egressHosts.addAll(List.of(hosts));
      return this;
    }

    /** The types of item that it reads or writes; an account may lack some, as its client says. */
    public Builder types(TypeDescriptor... types) {
      this.types.addAll(List.of(types));
      return this;
    }

    /** The actions that it offers; an account may lack some, as its client says. */
    public Builder actions(ActionDescriptor<?, ?>... actions) {
      this.actions.addAll(List.of(actions));
      return this;
    }

    /** It receives webhooks, and {@link IntegrationPlugin#webhooks()} understands them. */
    public Builder webhooks(WebhookScope scope) {
      this.webhookScope = Objects.requireNonNull(scope, "scope");
      return this;
    }

    /** The descriptor. */
    public PluginDescriptor build() {
      return new PluginDescriptor(this);
    }
  }
}
