package dev.patchbay.testkit.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Who answers for the notes. A box is a journal of ids, in the order in which something happened to
 * them; a page of it begins with where to read on.
 */
final class NotesDesk {
  private static final String INBOX = "inbox";
  private static final String ARCHIVE = "archive";

  private final Map<String, String> tokens = new HashMap<>();
  private final Map<String, List<String>> journals = new HashMap<>();
  private final Map<String, String> notes = new HashMap<>();
  private final Map<String, String> made = new HashMap<>();
  private final NotesWatches watches = new NotesWatches();
  private int serial;
  private int generation = 1;
  private int rings;

  synchronized String token(String account) {
    return tokens.computeIfAbsent(account, name -> "token-" + name + "-" + ++serial);
  }

  synchronized void renew(String account) {
    tokens.remove(account);
  }

  synchronized void expireCursors() {
    generation++;
  }

  NotesWatches watches() {
    return watches;
  }

  synchronized int rings() {
    return rings;
  }

  synchronized String add(String account, String fields) {
    var id = account + "-" + ++serial;
    write(account, id, fields);
    return id;
  }

  synchronized void leave(String account, String id, String why) {
    strike(account, id);
    journal(account, INBOX).add("gone " + id + " " + why);
  }

  synchronized void move(String account, String id) {
    leave(account, id, "moved");
    journal(account, ARCHIVE).add(id);
  }

  synchronized void answer(HttpExchange exchange) throws IOException {
    var request = NotesRequest.of(exchange);
    var account =
        tokens.entrySet().stream()
            .filter(entry -> request.authorization().equals("Bearer " + entry.getValue()))
            .map(Map.Entry::getKey)
            .findFirst();
    var said = account.map(name -> answer(name, request)).orElse(Said.of(401, "notes refused you"));
    var body = said.body().getBytes(UTF_8);
    exchange.sendResponseHeaders(said.status(), body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private Said answer(String account, NotesRequest request) {
    return switch (request.what()) {
      case "me" -> ok(account);
      case "boxes" -> ok(INBOX + "\n" + ARCHIVE);
      case "bell" -> ring(request);
      case "watch" -> watch(account, request);
      case "GET" -> page(journal(account, request.box()), request);
      case "POST" -> create(account, request);
      case "PUT", "DELETE" -> change(account, request);
      default -> ok("nothing of note");
    };
  }

  private Said ring(NotesRequest request) {
    boolean again = request.key().map(key -> made.put(key, "rung") != null).orElse(false);
    if (!again && !request.isRehearsal()) {
      rings++;
    }
    return ok("rung");
  }

  private Said watch(String account, NotesRequest request) {
    if (request.method().equals("POST")) {
      watches.begin(account, request.body());
      return ok("watched");
    }
    return ok(watches.end(request.body()) ? "gone" : "was gone");
  }

  private Said page(List<String> journal, NotesRequest request) {
    var from = request.from();
    if (!from[0].equals("0") && Integer.parseInt(from[0]) != generation) {
      return Said.of(410, "notes refused what is too old");
    }
    int begin = from.length > 1 ? Integer.parseInt(from[1]) : 0;
    int end = Math.min(begin + request.size(), journal.size());
    var head = generation + "." + end + (end == journal.size() ? " last" : " more");
    return ok(
        journal.subList(begin, end).stream()
            .filter(entry -> !entry.isEmpty())
            .map(entry -> notes.getOrDefault(entry, entry))
            .collect(Collectors.joining("\n", head + "\n", "")));
  }

  private Said create(String account, NotesRequest request) {
    var id = request.key().map(made::get).or(() -> Optional.of(add(account, request.body()))).get();
    request.key().ifPresent(key -> made.put(key, id));
    return ok(notes.get(id));
  }

  private Said change(String account, NotesRequest request) {
    if (!journal(account, INBOX).contains(request.id())) {
      return request.what().equals("DELETE") ? ok("was gone") : Said.of(404, "notes refused none");
    }
    var version = notes.get(request.id()).split("\t", -1)[1];
    if (!List.of("*", version).contains(request.ifMatch())) {
      return Said.of(412, "notes refused what is old");
    }
    if (request.what().equals("DELETE")) {
      leave(account, request.id(), "deleted");
      return ok("gone");
    }
    strike(account, request.id());
    write(account, request.id(), request.body());
    return ok(notes.get(request.id()));
  }

  private void write(String account, String id, String fields) {
    notes.put(id, id + "\tv" + ++serial + "\t" + fields);
    journal(account, INBOX).add(id);
    watches.tell(account, INBOX, id);
  }

  /** Empties the entries of an id and keeps their places, which cursors count. */
  private void strike(String account, String id) {
    journal(account, INBOX).replaceAll(entry -> entry.equals(id) ? "" : entry);
  }

  private List<String> journal(String account, String box) {
    return journals.computeIfAbsent(account + "/" + box, name -> new ArrayList<>());
  }

  private static Said ok(String lines) {
    return Said.of(200, "notes ok\n" + lines);
  }
}
