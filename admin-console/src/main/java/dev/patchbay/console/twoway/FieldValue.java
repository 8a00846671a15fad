package dev.patchbay.console.twoway;

import com.fasterxml.jackson.databind.JsonNode;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.ElementFactory;
import dev.patchbay.console.host.Json;

/** A value of a record: plain where it is one, and in order where it holds others. */
final class FieldValue extends Span {

  FieldValue(JsonNode value) {
    addClassName("field-value");
    if (value == null || value.isNull() || value.isMissingNode()) {
      getElement().appendChild(ElementFactory.createEmphasis("nothing"));
    } else if (value.isValueNode()) {
      setText(value.asText().isEmpty() ? "(empty)" : value.asText());
    } else {
      add(new Pre(Json.pretty(value)));
    }
  }
}
