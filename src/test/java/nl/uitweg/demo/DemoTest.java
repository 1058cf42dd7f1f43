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

class DemoTest {

  @Test
  void parsesOptionsAndNamesInvalidOnes() {
    assertThat(DemoOptions.parse(List.of("--port", "9000", "--data", "x")))
        .isEqualTo(new DemoOptions(9000, Path.of("x"), false, false));
    assertThatThrownBy(() -> DemoOptions.parse(List.of("--prot"))).hasMessageContaining("--prot");
    for (String port : List.of("many", "0", "65536")) {
      assertThatThrownBy(() -> DemoOptions.parse(List.of("--port", port)))
          .as(port)
          .hasMessage("--port requires a number from 1 to 65535.");
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
