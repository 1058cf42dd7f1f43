package nl.uitweg.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nl.uitweg.demo.LocalPorts;

/**
 * nginx with the shipped configuration (deploy/nginx), without TLS, in front of two replicas of the
 * public tier.
 */
public final class ReverseProxy implements AutoCloseable {

  /** Settings of a process behind it, as environment variables. */
  public static final Map<String, String> TRUSTED =
      Map.of(
          "QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING", "true",
          "QUARKUS_HTTP_PROXY_TRUSTED_PROXIES", "127.0.0.1");

  private static final Path PROGRAM = Path.of("/usr/sbin/nginx");
  private static final Path SHIPPED = Path.of("deploy/nginx/uitweg.conf");

  private final int port;
  private final Process process;

  private ReverseProxy(int port, Process process) {
    this.port = port;
    this.process = process;
  }

  public static boolean isInstalled() {
    return Files.isExecutable(PROGRAM);
  }

  /**
   * Starts it in the foreground.
   *
   * @param folder an empty folder for its files
   * @param firstPort port of a replica
   * @param secondPort port of the other one
   * @param deskPort port of the desk
   */
  public static ReverseProxy start(Path folder, int firstPort, int secondPort, int deskPort)
      throws IOException {
    int port = LocalPorts.findFree();
    Files.createDirectories(folder);
    Path configuration = folder.resolve("nginx.conf");
    Files.writeString(
        configuration,
        """
        daemon off;
        pid %1$s/nginx.pid;
        error_log stderr emerg;
        worker_processes 2;
        worker_rlimit_nofile 8192;
        events { worker_connections 4096; }
        http {
        client_body_temp_path %1$s/body;
        proxy_temp_path %1$s/proxy;
        fastcgi_temp_path %1$s/fastcgi;
        uwsgi_temp_path %1$s/uwsgi;
        scgi_temp_path %1$s/scgi;
        %2$s
        }
        """
            .formatted(folder, site(folder, port, firstPort, secondPort, deskPort)));
    Process process =
        new ProcessBuilder(PROGRAM.toString(), "-p", folder.toString(), "-c", "nginx.conf")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(TestOutput.file("nginx.log").toFile()))
            .start();
    ReverseProxy proxy = new ReverseProxy(port, process);
    TestTimeout.await("nginx listens").until(() -> proxy.isListening() || !process.isAlive());
    assertThat(process.isAlive()).as("nginx runs; see nginx.log").isTrue();
    return proxy;
  }

  /** The shipped file with the addresses of this machine, without TLS. */
  private static String site(Path folder, int port, int firstPort, int secondPort, int deskPort)
      throws IOException {
    String text = Files.readString(SHIPPED);
    for (String[] change :
        List.of(
            new String[] {"/var/log/nginx/error.log", folder.resolve("error.log").toString()},
            new String[] {"127.0.0.1:8080", "127.0.0.1:" + firstPort},
            new String[] {"127.0.0.1:8081", "127.0.0.1:" + secondPort},
            new String[] {"127.0.0.1:8082", "127.0.0.1:" + deskPort},
            new String[] {
              "root /etc/nginx/uitweg;", "root " + SHIPPED.toAbsolutePath().getParent() + ";"
            },
            new String[] {
              "Host $host;",
              "Host $host:" + port + ";\nproxy_set_header X-Forwarded-Port " + port + ";"
            },
            new String[] {"listen 80;", "listen 127.0.0.1:" + LocalPorts.findFree() + ";"},
            new String[] {"listen [::]:80;", ""},
            new String[] {"listen 443 ssl http2;", "listen 127.0.0.1:" + port + ";"},
            new String[] {"listen [::]:443 ssl http2;", ""},
            new String[] {"server_name uitweg.example; # change", "server_name localhost;"},
            new String[] {"ssl_certificate /etc/nginx/uitweg/certificate.pem; # change", ""},
            new String[] {"ssl_certificate_key /etc/nginx/uitweg/key.pem; # change", ""})) {
      assertThat(text).as(SHIPPED.toString()).contains(change[0]);
      text = text.replace(change[0], change[1]);
    }
    return text;
  }

  private boolean isListening() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException refused) {
      return false;
    }
  }

  public int port() {
    return port;
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
