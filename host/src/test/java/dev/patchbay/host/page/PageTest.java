package dev.patchbay.host.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.host.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {
  private static final List<String> ROWS = List.of("a", "b", "c", "d", "e", "f", "g");

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 6, 7, 8, 500})
  void should_show_every_row_once_when_pages_are_followed(int limit) {
    List<String> seen = new ArrayList<>();
    String cursor = null;
    do {
      PageQuery query = PageQuery.of(limit, cursor);
      Page<String> page = Page.cut(query, read(query), Function.identity());
      assertThat(page.items()).hasSizeBetween(1, limit);
      seen.addAll(page.items());
      cursor = page.next();
    } while (cursor != null);

    assertThat(seen).isEqualTo(ROWS);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 501})
  void should_refuse_a_limit_when_it_is_out_of_range(int limit) {
    assertThatThrownBy(() -> PageQuery.of(limit, null).size())
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("limit must be between 1 and 500");
  }

  @Test
  void should_refuse_a_cursor_when_no_list_made_it() {
    assertThatThrownBy(() -> PageQuery.of(1, "§§").after())
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("cursor");
  }

  private static List<String> read(PageQuery query) {
    return ROWS.stream()
        .filter(row -> row.compareTo(query.after()) > 0)
        .limit(query.rows())
        .toList();
  }
}
