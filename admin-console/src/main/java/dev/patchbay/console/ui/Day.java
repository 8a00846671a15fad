package dev.patchbay.console.ui;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A day in words, for what happens on a day and not at a moment. */
public final class Day {
  private static final DateTimeFormatter WORDS =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

  private Day() {}

  public static String of(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC).format(WORDS);
  }
}
