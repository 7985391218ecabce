package dev.parley.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.journal.StreamId;
import dev.parley.protocol.api.Wamid;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class WamidMintTest {
  private static final String ADA = "15550100101";

  @Property
  void the_place_of_a_message_is_found_in_its_id(
      @ForAll long salt,
      @ForAll @IntRange(min = 1, max = StreamId.VALUE_MAX) int stream,
      @ForAll @LongRange(min = 1, max = (1L << 44) - 1) long seq,
      @ForAll Direction direction) {
    var mint = new WamidMint(salt);
    Wamid wamid = mint.mint(new StreamId(stream), seq, direction, ADA);
    assertThat(mint.find(wamid)).contains(new WamidMint.Place(new StreamId(stream), seq));
  }

  @Test
  void ids_have_the_documented_shape() {
    var mint = new WamidMint(42);
    Wamid.Parts out = mint.mint(new StreamId(3), 17, Direction.OUT, ADA).parts().orElseThrow();
    assertThat(out.phone()).isEqualTo(ADA);
    assertThat(out.fromBusiness()).isTrue();
    assertThat(out.id()).matches("[0-9A-F]{18}");
    Wamid.Parts in = mint.mint(new StreamId(3), 17, Direction.IN, ADA).parts().orElseThrow();
    assertThat(in.fromBusiness()).isFalse();
    assertThat(in.id()).matches("3A[0-9A-F]{18}");
  }

  @Test
  void a_reset_makes_other_ids() {
    Set<Wamid> ids = new HashSet<>();
    for (long salt = 0; salt < 100; salt++) {
      ids.add(new WamidMint(salt).mint(new StreamId(1), 1, Direction.OUT, ADA));
    }
    assertThat(ids).hasSize(100);
  }

  @Test
  void foreign_ids_are_hardly_ever_taken_for_ours() {
    var mint = new WamidMint(7);
    int found = 0;
    for (int i = 0; i < 2_560; i++) {
      var foreign = Wamid.compose(new Wamid.Parts(ADA, true, "%018X".formatted(i * 7919L)));
      found += mint.find(foreign).isPresent() ? 1 : 0;
    }
    // The check has 8 bits; the store then says that there is no such message.
    assertThat(found).isLessThan(40);
  }
}
