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
  void options_are_read_and_mistakes_named() {
    assertThat(Options.parse(List.of("--port", "9000", "--data", "x")))
        .isEqualTo(new Options(9000, Path.of("x"), false, false));
    assertThatThrownBy(() -> Options.parse(List.of("--prot"))).hasMessageContaining("--prot");
    assertThatThrownBy(() -> Options.parse(List.of("--port", "many")))
        .hasMessage("--port needs a number from 1 to 65535.");
  }

  @Test
  void a_taken_port_is_noticed() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(Ports.free(socket.getLocalPort())).isFalse();
      assertThat(Ports.freeFrom(socket.getLocalPort())).isNotEqualTo(socket.getLocalPort());
    }
  }

  @Test
  void a_half_written_data_folder_is_named(@TempDir Path folder) throws IOException {
    EmbeddedDatabase.requireWhole(folder);
    Files.writeString(folder.resolve("PG_VERSION"), "18");
    assertThatThrownBy(() -> EmbeddedDatabase.requireWhole(folder))
        .hasMessageContaining(folder.toString())
        .hasMessageContaining("half written");
  }
}
