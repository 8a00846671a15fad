package dev.patchbay.testkit.contract;

import dev.patchbay.api.action.Action;
import dev.patchbay.api.action.ActionDescriptor;
import dev.patchbay.api.item.IdempotencyKey;
import dev.patchbay.api.item.Schema;
import dev.patchbay.api.setting.Setting;
import java.util.Map;
import java.util.Optional;

/** Rings the bell of whoever keeps the notes. */
final class RingBell implements Action<Map<String, Object>, Map<String, Object>> {
  static final String NAME = "ring-bell";
  static final ActionDescriptor<Map<String, Object>, Map<String, Object>> DESCRIPTOR =
      described(Schema.of("ring", RingBell::checked, Map::copyOf));

  private final NotesWire wire;
  private final Optional<Flaw> flaw;

  RingBell(NotesWire wire, Optional<Flaw> flaw) {
    this.wire = wire;
    this.flaw = flaw;
  }

  @Override
  public ActionDescriptor<Map<String, Object>, Map<String, Object>> descriptor() {
    return Flaw.TAKES_ANY_INPUT.isIn(flaw) ? described(Schema.object("ring")) : DESCRIPTOR;
  }

  @Override
  public Map<String, Object> perform(Map<String, Object> input, IdempotencyKey key) {
    var path = Flaw.ONLY_PRETENDS_TO_RING.isIn(flaw) ? "/bell?rehearse" : "/bell";
    var headers =
        Flaw.RINGS_TWICE.isIn(flaw)
            ? Map.<String, String>of()
            : Map.of("Idempotency-Key", key.value());
    return Map.of(
        "heard", wire.ask("POST", path, headers, String.valueOf(input.get("tone"))).get(0));
  }

  private static Map<String, Object> checked(Map<String, Object> input) {
    if (!(input.get("tone") instanceof String)) {
      throw new IllegalArgumentException("The property \"tone\" must be a text");
    }
    return input;
  }

  private static ActionDescriptor<Map<String, Object>, Map<String, Object>> described(
      Schema<Map<String, Object>> input) {
    return ActionDescriptor.of(NAME, "Ring the bell", input, Schema.object("rung"))
        .with(Setting.builder("tone", "Tone", Setting.Kind.TEXT).required().build());
  }
}
