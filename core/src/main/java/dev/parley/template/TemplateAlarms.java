package dev.parley.template;

import dev.parley.WorldClock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// What happens next to each template by itself. Not for several threads.
final class TemplateAlarms {
  private final WorldClock clock;
  private final Map<String, WorldClock.Alarm> byId = new HashMap<>();

  TemplateAlarms(WorldClock clock) {
    this.clock = clock;
  }

  /// Instead of what was set for it before.
  void set(StoredTemplate template, Runnable task) {
    drop(template.id());
    Instant due = template.due();
    if (due != null) {
      byId.put(template.id(), clock.at(due, task));
    }
  }

  void drop(String id) {
    WorldClock.Alarm alarm = byId.remove(id);
    if (alarm != null) {
      alarm.cancel();
    }
  }
}
