package nl.uitweg.editing.po;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes a folder a Git repository with one commit of all its files. */
final class GitRepository {

  private GitRepository() {}

  static void create(Path folder) throws IOException {
    git(folder, "init", "-q");
    git(folder, "add", ".");
    git(folder, "-c", "user.name=Test", "-c", "user.email=test@example.org", "commit", "-qm", "x");
  }

  private static void git(Path folder, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      assertThat(process.waitFor()).as(output).isZero();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
