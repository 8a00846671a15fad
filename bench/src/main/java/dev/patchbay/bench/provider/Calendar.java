package dev.patchbay.bench.provider;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A calendar whose answers are rendered before they are asked for, outside the heap, so that
 * serving a page is one write to the socket.
 */
final class Calendar {
  private static final String SYNC_TOKEN = "edition-";

  private final int pageSize;
  private final Editions editions;
  private final List<ByteBuffer> pages = new ArrayList<>();
  private List<ByteBuffer> changes = List.of();

  private Calendar(int size, int pageSize) {
    this.pageSize = pageSize;
    this.editions = new Editions(size);
  }

  static Calendar of(int size, int pageSize) {
    Calendar calendar = new Calendar(size, pageSize);
    for (int page = 0; page < calendar.pagesOf(size); page++) {
      calendar.pages.add(calendar.listing(page));
    }
    calendar.changes = calendar.changed(List.of());
    return calendar;
  }

  /** Changes so many events, spread over the whole calendar, and renders what that changes. */
  synchronized void change(int count) {
    List<Integer> numbers = editions.change(count);
    numbers.stream().map(number -> number / pageSize).distinct().forEach(this::renderAgain);
    changes = changed(numbers);
  }

  private void renderAgain(int page) {
    pages.set(page, listing(page));
  }

  synchronized ByteBuffer page(int number) {
    return pages.get(number).duplicate();
  }

  /** A page of what the last change changed; nothing for who has seen it already. */
  synchronized ByteBuffer changes(String syncToken, int page) {
    List<ByteBuffer> answer =
        syncToken.equals(SYNC_TOKEN + editions.latest()) ? changed(List.of()) : changes;
    return answer.get(page).duplicate();
  }

  private ByteBuffer listing(int page) {
    int from = page * pageSize;
    int to = Math.min(from + pageSize, editions.size());
    return render(IntStream.range(from, to).boxed().toList(), page, pagesOf(editions.size()));
  }

  private List<ByteBuffer> changed(List<Integer> numbers) {
    int count = pagesOf(numbers.size());
    return IntStream.range(0, count)
        .mapToObj(
            page ->
                render(
                    numbers.subList(
                        page * pageSize, Math.min((page + 1) * pageSize, numbers.size())),
                    page,
                    count))
        .toList();
  }

  private ByteBuffer render(List<Integer> numbers, int page, int pages) {
    byte[] head = head(page + 1 < pages ? page + 1 : -1).getBytes(StandardCharsets.UTF_8);
    ByteBuffer body =
        ByteBuffer.allocateDirect(head.length + numbers.size() * (EventShape.BYTES + 1) + 2);
    body.put(head);
    for (int i = 0; i < numbers.size(); i++) {
      if (i > 0) {
        body.put((byte) ',');
      }
      Events.render(numbers.get(i), editions.of(numbers.get(i)), body);
    }
    return body.put((byte) ']').put((byte) '}').flip();
  }

  private String head(int next) {
    String token =
        next < 0
            ? "\"nextSyncToken\":\"" + SYNC_TOKEN + editions.latest() + "\""
            : "\"nextPageToken\":\"" + next + "\"";
    return """
        {"kind":"calendar#events","etag":"\\"p33\\"","summary":"Bench","description":"",\
        "updated":"2026-03-02T10:15:30.117Z","timeZone":"Europe/Zurich","accessRole":"owner",\
        "defaultReminders":[],%s,"items":["""
        .formatted(token);
  }

  private int pagesOf(int events) {
    return Math.max(1, (events + pageSize - 1) / pageSize);
  }
}
