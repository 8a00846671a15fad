package dev.patchbay.host.plugin;

import static dev.patchbay.host.plugin.PluginJar.bare;
import static dev.patchbay.host.plugin.PluginJar.className;
import static dev.patchbay.host.plugin.PluginJar.classWith;
import static dev.patchbay.host.plugin.PluginJar.methods;
import static dev.patchbay.host.plugin.PluginJar.plugin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.host.json.Json;
import dev.patchbay.host.page.PageQuery;
import dev.patchbay.host.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginResourceTest {

  @TempDir private Path folder;

  @Test
  void should_show_all_that_a_form_needs_when_a_plugin_is_in_use() throws Exception {
    bare("alpha", "1.2.0")
        .source(
            className("alpha"),
            classWith(
                "alpha",
                methods(
                    """
                    PluginDescriptor.builder("Alpha",
                        OAuth2.builder("https://a.test/authorize", "https://a.test/token")
                            .scopes("read", "write").build())
                        .description("Reads alphas.")
                        .icon("<svg xmlns='http://www.w3.org/2000/svg'/>")
                        .categories("letters")
                        .egressHosts("a.test")
                        .settings(Setting.builder("region", "Region", Setting.Kind.CHOICE)
                            .help("Where").required().initial("eu")
                            .choices(List.of("eu", "us")).build(),
                            Setting.builder("key", "Key", Setting.Kind.SECRET).build())
                        .types(TypeDescriptor.readOnly("event", "Events"),
                            TypeDescriptor.writable("contact", "Contacts", List.of("name")).movable())
                        .actions(ActionDescriptor.of("send-message", "Send", Message.SCHEMA,
                            Schema.object("receipt")).with(Message.TEXT))
                        .build()""")))
        .writeTo(folder.resolve("alpha.jar"));

    try (var catalogue = Catalogue.boot(folder)) {
      JsonNode json = Json.mapper().valueToTree(resource(catalogue).get("alpha"));
      assertThat(json)
          .isEqualTo(
              Json.mapper()
                  .readTree(
                      """
                      {"id":"alpha","name":"Alpha","description":"Reads alphas.",
                       "version":"1.2.0","apiVersion":1,"state":"READY",
                       "location":"%s/alpha.jar",
                       "icon":"data:image/svg+xml;base64,PHN2ZyB4bWxucz0naHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmcnLz4=",
                       "categories":["letters"],
                       "authorization":{"kind":"oauth2","scopes":["read","write"]},
                       "settings":[
                        {"name":"region","label":"Region","help":"Where","kind":"choice",
                         "required":true,"secret":false,"initial":"eu","choices":["eu","us"]},
                        {"name":"key","label":"Key","help":"","kind":"secret",
                         "required":false,"secret":true}],
                       "types":[{"name":"event","label":"Events","writable":false,"movable":false,"splittable":false},
                        {"name":"contact","label":"Contacts","writable":true,"movable":true,"splittable":false}],
                       "actions":[{"name":"send-message","label":"Send","fields":[
                        {"name":"text","label":"Text","help":"","kind":"lines",
                         "required":false,"secret":false}]}],
                       "contract":{"verdict":"UNPROVEN","points":[],
                        "reason":"It was built without the contract's tests; build it with them to see what holds"}}
                      """
                          .formatted(folder.getFileName())));
    }
  }

  @Test
  void should_list_page_by_page_with_the_refused_at_the_end() throws IOException {
    plugin("beta", "1.0.0").writeTo(folder.resolve("1.jar"));
    plugin("alpha", "1.0.0").writeTo(folder.resolve("2.jar"));
    plugin("gamma", "1.0.0").without(PluginArchive.SERVICE_FILE).writeTo(folder.resolve("0.jar"));

    try (var catalogue = Catalogue.boot(folder)) {
      var resource = resource(catalogue);
      var first = resource.list(PageQuery.of(2, null));
      var second = resource.list(PageQuery.of(2, first.next()));

      assertThat(first.items()).extracting(PluginSummary::id).containsExactly("alpha", "beta");
      assertThat(second.next()).isNull();
      assertThat(second.items()).hasSize(1);
      PluginSummary refused = second.items().get(0);
      assertThat(refused.state()).isEqualTo(PluginSummary.State.REFUSED);
      assertThat(refused.id()).isEqualTo("gamma");
      assertThat(refused.reason()).contains("There is no META-INF/services/");
      assertThat(resource.get("gamma")).isEqualTo(refused);
    }
  }

  @Test
  void should_be_named_after_its_file_when_its_id_cannot_be_read() throws IOException {
    plugin("alpha", "1.0.0").without(PluginManifest.FILE).writeTo(folder.resolve("odd.jar"));

    try (var catalogue = Catalogue.boot(folder)) {
      PluginSummary refused = resource(catalogue).list(PageQuery.of(50, null)).items().get(0);
      assertThat(refused.id()).isNull();
      assertThat(refused.name()).isEqualTo("odd.jar");
    }
  }

  @Test
  void should_not_be_found_when_there_is_no_such_plugin() {
    try (var catalogue = Catalogue.boot(folder)) {
      assertThatThrownBy(() -> resource(catalogue).get("alpha"))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("alpha");
    }
  }

  @Test
  void should_end_the_process_from_another_thread_when_the_server_starts_again() throws Exception {
    var code = new CompletableFuture<Integer>();
    var thread = new CompletableFuture<Thread>();

    new Restart(
            exit -> {
              thread.complete(Thread.currentThread());
              code.complete(exit);
            })
        .begin();

    assertThat(code.get()).isEqualTo(75);
    assertThat(thread.get()).isNotSameAs(Thread.currentThread());
  }

  private static PluginResource resource(Catalogue catalogue) {
    return new PluginResource(catalogue.plugins(), new Restart(code -> {}));
  }
}
