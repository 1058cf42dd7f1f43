package nl.uitweg.demo;

import java.util.List;
import java.util.concurrent.TimeUnit;

/** Ends a child process and everything it started. */
final class Children {

  private static final int PATIENCE_SECONDS = 10;

  private Children() {}

  static void stop(Process process) {
    List<ProcessHandle> all = process.descendants().toList();
    process.destroy();
    all.forEach(ProcessHandle::destroy);
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
    all.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
  }
}
