package dev.patchbay.sandbox.state;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** The lines {@code key TAB json} of a journal file; an empty document marks a removal. */
record Journal(Map<String, byte[]> live) {
  static final Journal EMPTY = new Journal(Map.of());

  static Journal read(Path file) throws IOException {
    Map<String, byte[]> live = new LinkedHashMap<>();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 20)) {
      LineReader lines = new LineReader(in);
      for (byte[] line = lines.next(); line.length > 0; line = lines.next()) {
        apply(line, live);
      }
    }
    return new Journal(live);
  }

  private static void apply(byte[] line, Map<String, byte[]> live) {
    int tab = 0;
    while (line[tab] != '\t') {
      tab++;
    }
    String key = new String(line, 0, tab, StandardCharsets.UTF_8);
    byte[] json = new byte[line.length - tab - 1];
    System.arraycopy(line, tab + 1, json, 0, json.length);
    live.remove(key);
    if (json.length > 0) {
      live.put(key, json);
    }
  }

  static void writeLine(OutputStream out, String key, byte[] json) throws IOException {
    out.write(key.getBytes(StandardCharsets.UTF_8));
    out.write('\t');
    out.write(json);
    out.write('\n');
  }

  void writeLiveLinesTo(OutputStream out) throws IOException {
    for (Map.Entry<String, byte[]> entry : live.entrySet()) {
      writeLine(out, entry.getKey(), entry.getValue());
    }
  }

  void each(String prefix, BiConsumer<String, byte[]> reader) {
    live.forEach(
        (key, json) -> {
          if (key.startsWith(prefix)) {
            reader.accept(key, json);
          }
        });
  }
}
