package nl.uitweg.platform.http;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import nl.uitweg.platform.page.Compression;
import org.jspecify.annotations.Nullable;

/**
 * A screen that is made for one request, as it is sent: in brotli or gzip when the request accepts
 * that (ADR 23). Pages of the desk are never compressed: there, words of another site and secrets
 * can meet in one response. Counterpart of {@link nl.uitweg.platform.page.StoredPage}.
 */
public final class MadeScreen {

  private static final String DESK = "/backoffice";

  /** A form of 14 kB takes about a third of a millisecond of processor time (ADR 23). */
  private static final int BROTLI_QUALITY = 5;

  private static final int GZIP_LEVEL = 6;

  /** Larger screens are compressed at {@link #FASTEST}, so that their size costs little time. */
  private static final int LARGE = 64 * 1024;

  private static final int FASTEST = 1;

  private final byte[] bytes;
  private final Map<String, String> headers;

  private MadeScreen(byte[] bytes, Map<String, String> headers) {
    this.bytes = bytes;
    this.headers = headers;
  }

  /** The screen in the best encoding that the request accepts. */
  public static MadeScreen of(String html, HttpServerRequest request) {
    byte[] plain = html.getBytes(StandardCharsets.UTF_8);
    String path = request.path();
    if (path == null || path.startsWith(DESK)) {
      return new MadeScreen(plain, Map.of());
    }
    String accepted = request.getHeader("Accept-Encoding");
    boolean large = plain.length > LARGE;
    if (Compression.accepts(accepted, Compression.BROTLI)) {
      byte @Nullable [] brotli = Compression.brotli(plain, large ? FASTEST : BROTLI_QUALITY);
      if (brotli != null) {
        return encoded(brotli, Compression.BROTLI);
      }
    }
    if (Compression.accepts(accepted, Compression.GZIP)) {
      return encoded(Compression.gzip(plain, large ? FASTEST : GZIP_LEVEL), Compression.GZIP);
    }
    return new MadeScreen(plain, Map.of("Vary", "Accept-Encoding"));
  }

  private static MadeScreen encoded(byte[] bytes, String encoding) {
    return new MadeScreen(bytes, Map.of("Vary", "Accept-Encoding", "Content-Encoding", encoding));
  }

  public byte[] bytes() {
    return bytes;
  }

  /** The headers that belong to the encoding. */
  public Map<String, String> headers() {
    return headers;
  }

  /** Sends the screen outside any resource; the status is set already. */
  public Future<Void> send(HttpServerResponse response) {
    headers.forEach(response::putHeader);
    return response.putHeader("Content-Type", "text/html; charset=utf-8").end(Buffer.buffer(bytes));
  }
}
