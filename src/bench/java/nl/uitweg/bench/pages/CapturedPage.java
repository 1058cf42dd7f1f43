package nl.uitweg.bench.pages;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A page as the site sends it, for other servers that send the same.
 *
 * @param headers without {@code Content-Length}
 * @param body compressed with brotli
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record CapturedPage(Map<String, String> headers, byte[] body) {

  static CapturedPage from(String url) throws IOException, InterruptedException {
    HttpResponse<byte[]> response =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(url)).header("Accept-Encoding", "br").build(),
                HttpResponse.BodyHandlers.ofByteArray());
    Map<String, String> headers = new LinkedHashMap<>();
    response
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              if (!name.toLowerCase(Locale.ROOT).equals("content-length")) {
                headers.put(name, values.get(0));
              }
            });
    if (!"br".equals(headers.get("content-encoding"))) {
      throw new IllegalStateException(url + " is not compressed with brotli yet: " + headers);
    }
    return new CapturedPage(headers, response.body());
  }

  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.write(folder.resolve("body"), body);
    Files.writeString(
        folder.resolve("headers"),
        headers.entrySet().stream()
            .map(header -> header.getKey() + "\n" + header.getValue() + "\n")
            .collect(Collectors.joining()));
  }

  static CapturedPage read(Path folder) throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("headers"), StandardCharsets.UTF_8);
    Map<String, String> headers = new LinkedHashMap<>();
    for (int i = 0; i < lines.size(); i += 2) {
      headers.put(lines.get(i), lines.get(i + 1));
    }
    return new CapturedPage(headers, Files.readAllBytes(folder.resolve("body")));
  }
}
