package nl.uitweg.bench.standby;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The user as whom PostgreSQL and Patroni run: who runs the benchmark, or {@code postgres} when
 * that is root, because PostgreSQL refuses to run as root.
 */
final class SystemUser {

  private static final String NAME = "postgres";
  private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

  /** Creates a new folder that this user can write to. */
  Path createFolder(String name) throws IOException {
    Path folder = Files.createTempDirectory(name);
    if (ROOT) {
      UserPrincipal owner =
          folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(NAME);
      Files.setOwner(folder, owner);
    }
    return folder;
  }

  /** Starts a program; the process is the program itself. */
  Process start(Path log, Map<String, String> environment, String... command) throws IOException {
    List<String> words = new ArrayList<>();
    if (ROOT) {
      words.addAll(List.of("setpriv", "--reuid=" + NAME, "--regid=" + NAME, "--clear-groups"));
    }
    words.addAll(List.of(command));
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    return builder.start();
  }
}
