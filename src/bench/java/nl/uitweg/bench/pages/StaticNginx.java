package nl.uitweg.bench.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import nl.uitweg.demo.LocalPorts;
import nl.uitweg.testsupport.TestOutput;

/** nginx that sends a page from a file with the headers of the site, as another reference. */
final class StaticNginx implements AutoCloseable {

  private final int port;
  private final Process process;

  private StaticNginx(int port, Process process) {
    this.port = port;
    this.process = process;
  }

  int port() {
    return port;
  }

  /**
   * Starts it in the foreground.
   *
   * @param folder an empty folder for its files
   */
  static StaticNginx start(Path folder, CapturedPage page) throws IOException {
    int port = LocalPorts.findFree();
    Files.createDirectories(folder.resolve("pages"));
    Files.write(folder.resolve("pages/nl"), page.body());
    String headers =
        page.headers().entrySet().stream()
            .filter(header -> !header.getKey().equals("content-type"))
            .map(StaticNginx::addHeader)
            .collect(Collectors.joining());
    Files.writeString(
        folder.resolve("nginx.conf"),
        """
        daemon off;
        user root;
        pid %1$s/nginx.pid;
        error_log stderr emerg;
        worker_processes 1;
        events { worker_connections 4096; }
        http {
        client_body_temp_path %1$s/body;
        proxy_temp_path %1$s/proxy;
        fastcgi_temp_path %1$s/fastcgi;
        uwsgi_temp_path %1$s/uwsgi;
        scgi_temp_path %1$s/scgi;
        access_log off;
        etag off;
        keepalive_requests 1000000000;
        sendfile on;
        tcp_nopush on;
        open_file_cache max=10;
        default_type "%2$s";
        server { listen 127.0.0.1:%3$d; root %1$s/pages; %4$s }
        }
        """
            .formatted(
                folder, page.headers().getOrDefault("content-type", "text/html"), port, headers));
    return new StaticNginx(
        port,
        new ProcessBuilder("/usr/sbin/nginx", "-p", folder.toString(), "-c", "nginx.conf")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(TestOutput.file("nginx.log").toFile()))
            .start());
  }

  private static String addHeader(Map.Entry<String, String> header) {
    String value = header.getValue().replace("\\", "\\\\").replace("\"", "\\\"");
    return "add_header " + header.getKey() + " \"" + value + "\";\n";
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
