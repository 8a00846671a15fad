package dev.patchbay.api.setting;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One field that somebody fills in, an admin for an integration or a CRM for an action, declared
 * once: it serves validation, the console's form, the OpenAPI document and the schema of tools.
 * Immutable.
 *
 * @since 1
 */
public final class Setting {

  /** What a field holds, and so how a form shows it. */
  public enum Kind {
    /** One line of text. */
    TEXT,
    /** A text that is stored encrypted and never shown again. */
    SECRET,
    /** A whole number. */
    INTEGER,
    /** Yes or no. */
    BOOLEAN,
    /** One of {@link Setting#choices()}. */
    CHOICE,
    /** The name of a host, without scheme, port or path. */
    HOST,
    /** A text of several lines. */
    LINES,
    /** Several texts, in JSON a list; for actions only. */
    LIST,
    /**
     * Files, in JSON a list of {@code {name, contentType, ref}}, where {@code ref} is a {@code
     * data:} address (RFC 2397) that holds the content; for actions only.
     */
    FILES
  }

  private final String name;
  private final String label;
  private final Kind kind;
  private final String help;
  private final boolean required;
  private final String initial;
  private final String pattern;
  private final String format;
  private final List<String> choices;

  private Setting(Builder builder) {
    name = builder.name;
    label = builder.label;
    kind = builder.kind;
    help = builder.help;
    required = builder.required;
    initial = builder.initial;
    pattern = builder.pattern;
    format = builder.format;
    choices = List.copyOf(builder.choices);
  }

  /**
   * @param name the key in {@link Settings}, in camelCase
   * @param label how a form names it
   */
  public static Builder builder(String name, String label, Kind kind) {
    return new Builder(name, label, kind);
  }

  /** The key in {@link Settings}. */
  public String name() {
    return name;
  }

  /** How a form names it. */
  public String label() {
    return label;
  }

  /** What it holds. */
  public Kind kind() {
    return kind;
  }

  /** One sentence that helps to fill it in; empty text if there is none. */
  public String help() {
    return help;
  }

  /** Whether it must be filled in. */
  public boolean required() {
    return required;
  }

  /** What it holds until it is filled in. */
  public Optional<String> initial() {
    return Optional.ofNullable(initial);
  }

  /** The regular expression that the whole text must match. */
  public Optional<String> pattern() {
    return Optional.ofNullable(pattern);
  }

  /**
   * What a text that matches the pattern is, in words that follow "must be", such as {@code an
   * address such as ada@example.org}. People are told this when they fill in something else, and
   * never the pattern.
   */
  public Optional<String> format() {
    return Optional.ofNullable(format);
  }

  /** What can be chosen; empty unless the kind is {@link Kind#CHOICE}. */
  public List<String> choices() {
    return choices;
  }

  /** Collects what is declared of a setting; not safe for use by several threads. */
  public static final class Builder {

    private final String name;
    private final String label;
    private final Kind kind;
    private String help = "";
    private boolean required;
    private String initial;
    private String pattern;
    private String format;
    private List<String> choices = List.of();

    private Builder(String name, String label, Kind kind) {
      this.name = Objects.requireNonNull(name, "name");
      this.label = Objects.requireNonNull(label, "label");
      this.kind = Objects.requireNonNull(kind, "kind");
      if (!name.matches("[a-z][A-Za-z0-9]{0,63}")) {
        throw new IllegalArgumentException(
            "A setting's name is in camelCase, not \"" + name + "\"");
      }
    }

    /** One sentence that helps to fill it in. */
    public Builder help(String help) {
      this.help = Objects.requireNonNull(help, "help");
      return this;
    }

    /** It must be filled in. */
    public Builder required() {
      this.required = true;
      return this;
    }

    /** What it holds until it is filled in. */
    public Builder initial(String initial) {
      this.initial = initial;
      return this;
    }

    /** A regular expression that the whole text must match. */
    public Builder pattern(String pattern) {
      this.pattern = Pattern.compile(pattern).pattern();
      return this;
    }

    /** What a text that matches is, in words that follow "must be". */
    public Builder format(String format) {
      this.format = Objects.requireNonNull(format, "format");
      return this;
    }

    /** What can be chosen, for {@link Kind#CHOICE}. */
    public Builder choices(List<String> choices) {
      this.choices = List.copyOf(choices);
      return this;
    }

    /** The setting. */
    public Setting build() {
      if (kind == Kind.CHOICE && choices.isEmpty()) {
        throw new IllegalArgumentException("The setting \"" + name + "\" offers nothing to choose");
      }
      return new Setting(this);
    }
  }
}
