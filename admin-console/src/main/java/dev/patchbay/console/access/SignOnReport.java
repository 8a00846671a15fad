package dev.patchbay.console.access;

import java.util.List;

/** What came out of a test of the provider. */
record SignOnReport(boolean good, List<Step> steps) {

  /** One thing that was tried. */
  record Step(String name, boolean good, String message) {}
}
