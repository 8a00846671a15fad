package dev.patchbay.host.sync;

import com.github.kagkarlsson.scheduler.serializer.Serializer;

/** The timetable holds names and times alone: nothing is ever made into an object from it. */
final class NoData implements Serializer {

  @Override
  public byte[] serialize(Object data) {
    if (data != null) {
      throw new IllegalArgumentException("A task keeps no data in the timetable: " + data);
    }
    return null;
  }

  @Override
  public <T> T deserialize(Class<T> type, byte[] data) {
    return null;
  }
}
