package dev.patchbay.host.sync;

import com.github.kagkarlsson.scheduler.task.TaskInstance;

/** What a task is called in the timetable. */
record TaskName(String connectionId, String type) {
  /** The kind of all these tasks. */
  static final String KIND = "pull";

  static TaskName of(String instance) {
    int slash = instance.indexOf('/');
    return new TaskName(instance.substring(0, slash), instance.substring(slash + 1));
  }

  TaskInstance<Void> instance() {
    return new TaskInstance<>(KIND, connectionId + "/" + type);
  }
}
