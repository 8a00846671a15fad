package dev.patchbay.host.sync;

import com.github.kagkarlsson.scheduler.task.TaskInstance;

/** What a task is called in the timetable: tenant, connection and type. */
record TaskName(String connectionId, String type) {
  /** The kind of all these tasks. */
  static final String KIND = "pull";

  static TaskName of(String instance) {
    String[] parts = instance.split("/", 3);
    return new TaskName(parts[1], parts[2]);
  }

  static String tenantOf(String instance) {
    return instance.substring(0, instance.indexOf('/'));
  }

  TaskInstance<Void> instance(String tenantId) {
    return new TaskInstance<>(KIND, String.join("/", tenantId, connectionId, type));
  }
}
