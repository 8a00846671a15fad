package dev.patchbay.googlecalendar.event;

import dev.patchbay.api.error.Rejected;
import dev.patchbay.googlecalendar.json.Node;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Makes a pair of mappings lose nothing. On the way to the standard schema it maps back at once and
 * keeps what did not come back as it was (a property that the standard lacks, another spelling of
 * the same time) in a vendor extension. On the way to Google it honours that extension as long as
 * the standard properties still say the same: where the CRM changed them, they win.
 */
final class Faithful {

  private final String extension;
  private final UnaryOperator<Map<String, Object>> toStandard;
  private final UnaryOperator<Map<String, Object>> toGoogle;

  /**
   * @param extension the name of the vendor extension
   * @param toStandard from Google's object to the standard one
   * @param toGoogle from the standard object to Google's; never sees the extension
   */
  Faithful(
      String extension,
      UnaryOperator<Map<String, Object>> toStandard,
      UnaryOperator<Map<String, Object>> toGoogle) {
    this.extension = extension;
    this.toStandard = toStandard;
    this.toGoogle = toGoogle;
  }

  Map<String, Object> toStandard(Map<String, Object> google) {
    var standard = toStandard.apply(google);
    var residue = Residue.of(google, toGoogle.apply(standard));
    if (!residue.isEmpty()) {
      standard.put(extension, residue);
    }
    return standard;
  }

  Map<String, Object> toGoogle(Map<String, Object> item) {
    if (!item.containsKey(extension)) {
      return toGoogle.apply(item);
    }
    var standard = new LinkedHashMap<>(item);
    standard.remove(extension);
    var computed = toGoogle.apply(standard);
    return new Node(item)
        .object(extension)
        .map(residue -> honoured(standard, computed, residue.json()))
        .orElse(computed);
  }

  private Map<String, Object> honoured(
      Map<String, Object> standard, Map<String, Object> computed, Map<String, Object> residue) {
    var whole = Residue.over(computed, residue);
    if (meaning(whole).filter(standard::equals).isPresent()) {
      return whole;
    }
    var meant = meaning(computed);
    var result = computed;
    for (var piece : Residue.pieces(residue, computed)) {
      var attempt = Residue.over(result, piece);
      if (Objects.equals(meaning(attempt), meant)) {
        result = attempt;
      }
    }
    return result;
  }

  private Optional<Map<String, Object>> meaning(Map<String, Object> google) {
    try {
      return Optional.of(toStandard.apply(google));
    } catch (Rejected e) {
      return Optional.empty();
    }
  }
}
