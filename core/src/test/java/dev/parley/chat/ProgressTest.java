package dev.parley.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ProgressTest {
  @Property
  void reports_in_any_order_never_move_a_message_back(@ForAll List<Progress> reports) {
    var seen = new ArrayList<Progress>();
    Progress at = Progress.ACCEPTED;
    for (Progress report : reports) {
      if (at.mayBecome(report)) {
        at = report;
        seen.add(at);
      }
    }
    assertThat(seen).isSortedAccordingTo(Progress::compareTo).doesNotHaveDuplicates();
  }

  @Property
  void nothing_follows_a_failure(@ForAll Progress next) {
    assertThat(Progress.FAILED.mayBecome(next)).isFalse();
  }

  @Property
  void the_same_report_twice_counts_once(@ForAll Progress progress) {
    assertThat(progress.mayBecome(progress)).isFalse();
  }

  @Test
  void a_read_report_counts_without_a_delivered_one() {
    assertThat(Progress.SENT.mayBecome(Progress.READ)).isTrue();
    assertThat(Progress.READ.mayBecome(Progress.DELIVERED)).isFalse();
  }

  @Test
  void a_message_may_fail_after_it_was_delivered() {
    assertThat(Progress.DELIVERED.mayBecome(Progress.FAILED)).isTrue();
  }
}
