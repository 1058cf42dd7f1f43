package nl.uitweg.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DemoTest {

  @Test
  void parsesOptionsAndNamesInvalidOnes() {
    DemoOptions options = new DemoOptions();
    CommandLine line = new CommandLine(options);
    line.parseArgs("--port", "9000", "--data", "x");
    assertThat(options.port()).isEqualTo(9000);
    assertThat(options.data).isEqualTo(Path.of("x"));
    assertThatThrownBy(() -> line.parseArgs("--prot")).hasMessageContaining("--prot");
    assertThatThrownBy(() -> line.parseArgs("--port", "many")).hasMessageContaining("'many'");
    for (String port : List.of("0", "65536")) {
      assertThatThrownBy(() -> line.parseArgs("--port", port))
          .as(port)
          .hasMessage("--port requires a number from 1 to 65535");
    }
  }

  @Test
  void detectsPortInUse() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(LocalPorts.isFree(socket.getLocalPort())).isFalse();
      assertThat(LocalPorts.findFree(socket.getLocalPort())).isNotEqualTo(socket.getLocalPort());
    }
  }

  @Test
  void rejectsIncompleteDataFolder(@TempDir Path folder) throws IOException {
    EmbeddedDatabase.requireComplete(folder);
    Files.writeString(folder.resolve("PG_VERSION"), "18");
    assertThatThrownBy(() -> EmbeddedDatabase.requireComplete(folder))
        .hasMessageContaining(folder.toString())
        .hasMessageContaining("incomplete");
  }
}
