package dev.patchbay.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A Dockerfile as far as the tests ask: its instructions in order, and what the last stage says.
 */
final class Dockerfile {
  private static final Pattern EXEC_FORM = Pattern.compile("\\[\"([^\"]+)\"\\]$");

  private final List<Instruction> instructions;

  private Dockerfile(List<Instruction> instructions) {
    this.instructions = instructions;
  }

  static Dockerfile read(Path file) {
    List<Instruction> instructions = new ArrayList<>();
    for (String line : joined(file).split("\n", -1)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] words = line.strip().split("\\s+", 2);
        instructions.add(new Instruction(words[0], words[1]));
      }
    }
    return new Dockerfile(instructions);
  }

  private static String joined(Path file) {
    try {
      return Files.readString(file).replaceAll("\\\\\n\\s*", " ");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Instruction> instructions() {
    return List.copyOf(instructions);
  }

  List<String> all(String keyword) {
    return instructions.stream().filter(one -> one.is(keyword)).map(Instruction::rest).toList();
  }

  private List<Instruction> lastStage() {
    int from = 0;
    for (int i = 0; i < instructions.size(); i++) {
      from = instructions.get(i).is("FROM") ? i : from;
    }
    return instructions.subList(from, instructions.size());
  }

  private String only(String keyword) {
    List<Instruction> found = lastStage().stream().filter(one -> one.is(keyword)).toList();
    if (found.size() != 1) {
      throw new AssertionError(keyword + " stands " + found.size() + " times in the last stage");
    }
    return found.get(0).rest();
  }

  /** The one program that an instruction names in exec form. */
  String command(String keyword) {
    return exec(only(keyword));
  }

  String healthCheck() {
    return exec(only("HEALTHCHECK").replaceFirst(".*CMD ", ""));
  }

  private static String exec(String text) {
    return EXEC_FORM
        .matcher(text)
        .results()
        .findFirst()
        .orElseThrow(() -> new AssertionError("No exec form of one word: " + text))
        .group(1);
  }

  /** The account's number; a name could not be checked against root by whoever runs the image. */
  int user() {
    return Integer.parseInt(only("USER").replaceFirst(":.*", ""));
  }

  String volume() {
    return only("VOLUME");
  }

  Map<String, String> environment() {
    Map<String, String> values = new TreeMap<>();
    lastStage().stream()
        .filter(one -> one.is("ENV"))
        .flatMap(one -> Arrays.stream(one.rest().split("\\s+", -1)))
        .map(pair -> pair.split("=", 2))
        .forEach(pair -> values.put(pair[0], pair[1]));
    return values;
  }

  List<Copy> copies() {
    return lastStage().stream().filter(one -> one.is("COPY")).map(Copy::of).toList();
  }

  record Instruction(String keyword, String rest) {
    boolean is(String wanted) {
      return keyword.equals(wanted);
    }
  }

  record Copy(boolean fromStage, List<String> sources, String target) {
    private static Copy of(Instruction instruction) {
      List<String> words = new ArrayList<>(List.of(instruction.rest().split("\\s+", -1)));
      boolean fromStage = words.removeIf(word -> word.startsWith("--from="));
      words.removeIf(word -> word.startsWith("--"));
      return new Copy(
          fromStage, List.copyOf(words.subList(0, words.size() - 1)), words.get(words.size() - 1));
    }
  }
}
