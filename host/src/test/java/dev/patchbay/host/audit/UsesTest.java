package dev.patchbay.host.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.patchbay.host.credential.Holder;
import dev.patchbay.host.fixture.SettableClock;
import org.junit.jupiter.api.Test;

class UsesTest {

  @Test
  void should_tell_how_often_each_credential_was_used() {
    var tally = new Tally(new SettableClock());
    var uses = new Uses(tally);

    uses.count(new Holder("ten_1", "con_1"));
    uses.count(new Holder("ten_1", "con_1"));
    uses.count(new Holder("ten_1", "con_2"));

    assertThat(tally.take(true).get("ten_1"))
        .extracting(Deed::action, Deed::target, deed -> deed.detail().get("times"))
        .containsExactlyInAnyOrder(
            tuple("credential.used", "con_1", "2"), tuple("credential.used", "con_2", "1"));
  }
}
