package nl.uitweg.demo;

import java.util.List;
import java.util.concurrent.TimeUnit;

/** Stops a child process with all its descendants. */
final class ChildProcesses {

  private static final int STOP_TIMEOUT_SECONDS = 10;

  private ChildProcesses() {}

  static void stop(Process process) {
    List<ProcessHandle> descendants = process.descendants().toList();
    process.destroy();
    descendants.forEach(ProcessHandle::destroy);
    try {
      if (!process.waitFor(STOP_TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
    descendants.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
  }
}
