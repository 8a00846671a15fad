package dev.patchbay.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The API was chosen by sketching five unlike services; the sketches stay true to it. */
class SketchesTest {

  private static final Path RECORD =
      Path.of("..", "docs", "decisions", "0002-plugin-api-sketched-against-five-services.md");
  private static final Pattern JAVA_BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern CLASS_NAME = Pattern.compile("public final class (\\w+)");

  @ParameterizedTest(name = "{0}")
  @MethodSource("sketches")
  void should_carry_the_sketched_service(String name, String code) throws IOException {
    var messages = new StringWriter();
    var source =
        new SimpleJavaFileObject(
            URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return code;
          }
        };
    var output = Files.createDirectories(Path.of("target", "sketches"));

    var compiled =
        ToolProvider.getSystemJavaCompiler()
            .getTask(
                messages,
                null,
                null,
                List.of(
                    "-proc:none",
                    "-d",
                    output.toString(),
                    "-classpath",
                    Path.of("target", "classes").toString()),
                null,
                List.of(source))
            .call();

    assertThat(compiled).as(messages.toString()).isTrue();
  }

  static Stream<Arguments> sketches() throws IOException {
    var sketches =
        JAVA_BLOCK
            .matcher(Files.readString(RECORD))
            .results()
            .map(block -> Arguments.of(className(block.group(1)), block.group(1)))
            .toList();
    assertThat(sketches).as("sketches in %s", RECORD).hasSize(5);
    return sketches.stream();
  }

  private static String className(String code) {
    var matcher = CLASS_NAME.matcher(code);
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }
}
