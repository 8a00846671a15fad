package dev.patchbay.console.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import java.time.Instant;

/** A point in time that the browser writes as "5 minutes ago", and the exact time on hover. */
@Tag("time")
public final class Moment extends Component {

  public Moment(Instant at) {
    getElement().setAttribute("datetime", at.toString());
    getElement().setAttribute("data-moment", "");
  }
}
