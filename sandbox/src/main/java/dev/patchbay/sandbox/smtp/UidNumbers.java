package dev.patchbay.sandbox.smtp;

import java.util.Arrays;
import java.util.function.Predicate;

/** A sequence set such as {@code 1:3,7,9:*} (RFC 3501). */
record UidNumbers(String text, long last) implements Predicate<Long> {

  @Override
  public boolean test(Long number) {
    return Arrays.stream(text.split(",", -1))
        .anyMatch(range -> covers(range.split(":", -1), number));
  }

  private boolean covers(String[] ends, long number) {
    long one = end(ends[0]);
    long other = end(ends[ends.length - 1]);
    return Math.min(one, other) <= number && number <= Math.max(one, other);
  }

  private long end(String text) {
    return text.equals("*") ? last : Long.parseLong(text);
  }
}
