package dev.patchbay.console.ui;

import java.util.Locale;

/** Numbers with their nouns, as people write them. */
public final class Amount {

  private Amount() {}

  public static String of(long number) {
    return String.format(Locale.UK, "%,d", number);
  }

  public static String of(long number, String one, String many) {
    return of(number) + " " + (number == 1 ? one : many);
  }
}
