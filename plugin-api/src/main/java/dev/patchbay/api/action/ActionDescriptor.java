package dev.patchbay.api.action;

import dev.patchbay.api.item.Schema;
import dev.patchbay.api.setting.Setting;
import java.util.List;
import java.util.Objects;

/**
 * What an action is called and what it takes and gives. Immutable.
 *
 * @param <I> what it takes
 * @param <O> what it gives
 * @since 1
 */
public final class ActionDescriptor<I, O> {

  private final String name;
  private final String label;
  private final Schema<I> input;
  private final Schema<O> output;
  private final List<Setting> fields;

  private ActionDescriptor(
      String name, String label, Schema<I> input, Schema<O> output, List<Setting> fields) {
    this.name = Objects.requireNonNull(name, "name");
    this.label = Objects.requireNonNull(label, "label");
    this.input = Objects.requireNonNull(input, "input");
    this.output = Objects.requireNonNull(output, "output");
    this.fields = List.copyOf(fields);
  }

  /**
   * @param name in kebab-case, such as {@code send-message}
   * @param label how a person knows it
   */
  public static <I, O> ActionDescriptor<I, O> of(
      String name, String label, Schema<I> input, Schema<O> output) {
    return new ActionDescriptor<>(name, label, input, output, List.of());
  }

  /**
   * The same, which takes these fields; an input with any other is refused before the plugin sees
   * it, so that nothing a caller wrote is silently lost.
   */
  public ActionDescriptor<I, O> with(Setting... fields) {
    return new ActionDescriptor<>(name, label, input, output, List.of(fields));
  }

  /** In kebab-case, such as {@code send-message}. */
  public String name() {
    return name;
  }

  /** How a person knows it. */
  public String label() {
    return label;
  }

  /** The properties of what it takes, in the order of a form. */
  public List<Setting> fields() {
    return fields;
  }

  /** What it takes. */
  public Schema<I> input() {
    return input;
  }

  /** What it gives. */
  public Schema<O> output() {
    return output;
  }
}
