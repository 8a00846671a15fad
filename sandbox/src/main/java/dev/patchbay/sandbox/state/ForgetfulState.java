package dev.patchbay.sandbox.state;

import java.util.List;
import java.util.function.BiConsumer;

/** The live data in memory is all there is. */
final class ForgetfulState implements State {
  @Override
  public void put(List<Entry> entries) {}

  @Override
  public void remove(String key) {}

  @Override
  public void each(String prefix, BiConsumer<String, byte[]> reader) {}

  @Override
  public void settled() {}

  @Override
  public void close() {}
}
