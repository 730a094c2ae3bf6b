package org.toguna.local;

import java.util.List;

/**
 * The JVM's own record of the classes a part loads, written when the part first ends and used by
 * every start that follows; one that no longer fits is written anew.
 */
final class ClassArchive {

  private ClassArchive() {}

  static List<String> options(Home home, String part) {
    var file = home.data().resolve("classes").resolve(part + ".jsa");
    return List.of(
        "-XX:+AutoCreateSharedArchive",
        "-XX:SharedArchiveFile=" + file,
        "-Xlog:cds=off",
        "-Xlog:cds+dynamic=off",
        "-Xlog:aot=off");
  }
}
