package dev.patchbay.smtp.inbox;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.LongStream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Numbers of mails (UIDs), ascending. IMAP does not tell which mails are gone, so a cursor carries
 * those that were there: as the lengths of runs and gaps, compressed, since it has little room.
 */
final class UidSet {

  private final long[] uids;

  private UidSet(long[] ascending) {
    this.uids = ascending;
  }

  static UidSet of(LongStream uids) {
    return new UidSet(uids.sorted().distinct().toArray());
  }

  static UidSet none() {
    return new UidSet(new long[0]);
  }

  int size() {
    return uids.length;
  }

  boolean contains(long uid) {
    return Arrays.binarySearch(uids, uid) >= 0;
  }

  LongStream stream() {
    return Arrays.stream(uids);
  }

  UidSet from(long first) {
    return new UidSet(stream().dropWhile(uid -> uid < first).toArray());
  }

  UidSet below(long end) {
    return new UidSet(stream().takeWhile(uid -> uid < end).toArray());
  }

  UidSet without(UidSet others) {
    return new UidSet(stream().filter(uid -> !others.contains(uid)).toArray());
  }

  /** The first of them, so many at most. */
  UidSet first(int most) {
    return new UidSet(stream().limit(most).toArray());
  }

  /** The last of them, so many at most. */
  UidSet last(int most) {
    return new UidSet(Arrays.copyOfRange(uids, Math.max(0, uids.length - most), uids.length));
  }

  /** As a command takes them, such as {@code 1:3,7} (RFC 3501, sequence-set). */
  String sequence() {
    var parts = new ArrayList<String>();
    for (var run : runs()) {
      parts.add(run[0] == run[1] ? Long.toString(run[0]) : run[0] + ":" + run[1]);
    }
    return String.join(",", parts);
  }

  /** The same in few characters that any text may hold. */
  String packed() {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DeflaterOutputStream(bytes)) {
      long end = 0;
      for (var run : runs()) {
        write(out, run[0] - end);
        write(out, run[1] - run[0]);
        end = run[1];
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
  }

  /**
   * @throws IllegalArgumentException if it is not what {@link #packed} made
   */
  static UidSet unpacked(String text) {
    var bytes = new ByteArrayInputStream(Base64.getUrlDecoder().decode(text));
    var uids = LongStream.builder();
    try (var in = new InflaterInputStream(bytes)) {
      long end = 0;
      for (int first = in.read(); first >= 0; first = in.read()) {
        long start = end + number(in, first);
        end = start + number(in, in.read());
        LongStream.rangeClosed(start, end).forEach(uids);
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("No set of mails: " + e.getMessage(), e);
    }
    return new UidSet(uids.build().toArray());
  }

  private List<long[]> runs() {
    var runs = new ArrayList<long[]>();
    for (long uid : uids) {
      var last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
      if (last != null && last[1] + 1 == uid) {
        last[1] = uid;
      } else {
        runs.add(new long[] {uid, uid});
      }
    }
    return runs;
  }

  private static void write(DeflaterOutputStream out, long number) throws IOException {
    long rest = number;
    while (rest > 0x7f) {
      out.write((int) (rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  private static long number(InflaterInputStream in, int first) throws IOException {
    long number = first & 0x7f;
    int shift = 7;
    for (int each = first; (each & 0x80) != 0; shift += 7) {
      each = in.read();
      if (each < 0 || shift > 56) {
        throw new IOException("a number breaks off");
      }
      number |= (long) (each & 0x7f) << shift;
    }
    return number;
  }

  @Override
  public String toString() {
    return sequence();
  }
}
