package dev.patchbay.testkit.contract;

import static dev.patchbay.testkit.contract.Expectation.expect;

import dev.patchbay.api.action.Action;
import dev.patchbay.api.item.IdempotencyKey;
import dev.patchbay.api.setting.Setting;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every plugin does that offers actions. */
public interface ActionContract extends PluginContract {

  @Override
  SimulatedActions service();

  @Test
  @Proves(ContractPoint.INPUT_CHECKED)
  default void should_refuse_an_input_that_lacks_something() {
    try (var service = service()) {
      for (var action : new Bench(this, service).client().actions()) {
        var input = service.input(action.descriptor().name());
        action.descriptor().fields().stream()
            .filter(Setting::required)
            .forEach(field -> expectNamed(action, field, input));
      }
    }
  }

  @Test
  @Proves(ContractPoint.ACTION_DONE)
  default void should_do_what_it_says() {
    try (var service = service()) {
      var bench = new Bench(this, service);
      for (var descriptor : plugin().descriptor().actions()) {
        var name = descriptor.name();
        var action = bench.action(name);
        expect(action.isPresent(), "the declared action " + name);
        action.ifPresent(there -> expectDone(there, service));
      }
    }
  }

  @Test
  @Proves(ContractPoint.ONE_EFFECT)
  default void should_do_it_once_for_one_key() {
    try (var service = service()) {
      for (var action : new Bench(this, service).client().actions()) {
        var name = action.descriptor().name();
        perform(action, service);
        perform(action, service);
        expect(
            service.effects(Bench.ACCOUNT, name) <= 1,
            "one effect of \"%s\", not %d".formatted(name, service.effects(Bench.ACCOUNT, name)));
      }
    }
  }

  private static void expectNamed(
      Action<?, ?> action, Setting field, Map<String, Object> complete) {
    var input = new HashMap<>(complete);
    input.remove(field.name());
    var said = "";
    try {
      action.descriptor().input().read(input);
    } catch (IllegalArgumentException e) {
      said = e.getMessage();
    }
    expect(
        said.contains(field.name()),
        "a complaint of \"%s\" that names the field \"%s\", not \"%s\""
            .formatted(action.descriptor().name(), field.name(), said));
  }

  private static void expectDone(Action<?, ?> action, SimulatedActions service) {
    var name = action.descriptor().name();
    var input = service.input(name);
    input
        .keySet()
        .forEach(
            key ->
                expect(
                    action.descriptor().fields().stream()
                        .anyMatch(field -> field.name().equals(key)),
                    "a declaration of the field \"%s\" of \"%s\"".formatted(key, name)));
    var output = perform(action, service);
    expect(!output.isEmpty(), "an answer of \"" + name + "\"");
    expect(service.effects(Bench.ACCOUNT, name) == 1, "an effect of \"" + name + "\"");
  }

  private static Map<String, Object> perform(Action<?, ?> action, SimulatedActions service) {
    var name = action.descriptor().name();
    return Bench.perform(action, service.input(name), new IdempotencyKey("contract-" + name));
  }
}
