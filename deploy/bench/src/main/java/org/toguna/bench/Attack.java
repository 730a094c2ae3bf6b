package org.toguna.bench;

import java.io.IOException;
import java.util.Map;

/** Something that one client does and others should not notice; on this machine alone. */
interface Attack {
  Attack NONE =
      new Attack() {
        @Override
        public String name() {
          return "nothing";
        }

        @Override
        public void start() {}

        @Override
        public void stop() {}

        @Override
        public Map<String, Integer> answers() {
          return Map.of();
        }
      };

  String name();

  void start() throws IOException;

  void stop();

  /** Status lines, and how often each came. */
  Map<String, Integer> answers();
}
