package dev.patchbay.console.ui;

import java.util.List;

/** A page that tells the header where it lies: from the section down to itself. */
public interface Trail {

  List<Step> trail();

  /** One place on the way; {@code path} is empty for the page itself. */
  record Step(String name, String path) {
    public static Step here(String name) {
      return new Step(name, null);
    }

    public boolean isHere() {
      return path == null;
    }
  }
}
