package nl.uitweg.platform.http;

import io.vertx.ext.web.handler.HttpException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * Tells a request that cannot be read from a fault of ours. The framework throws plain runtime
 * exceptions for a form with broken encoding, too many fields or an unknown type, so it is
 * recognised by the reader that threw it, which runs before any resource.
 */
final class MalformedRequests {

  private static final List<String> READERS =
      List.of(
          "org.jboss.resteasy.reactive.server.handlers.FormBodyHandler",
          "org.jboss.resteasy.reactive.server.handlers.MediaTypeMapper",
          "org.jboss.resteasy.reactive.server.handlers.RequestDeserializeHandler",
          "org.jboss.resteasy.reactive.server.core.multipart.FormEncodedDataDefinition",
          "org.jboss.resteasy.reactive.server.core.multipart.FormData",
          "io.netty.handler.codec.http.QueryStringDecoder",
          "io.netty.handler.codec.http.multipart.");

  private MalformedRequests() {}

  /** The status to answer; empty when the failure is ours. */
  static OptionalInt status(Throwable failure) {
    if (failure instanceof HttpException refusal) {
      return OptionalInt.of(refusal.getStatusCode());
    }
    boolean reader =
        Arrays.stream(failure.getStackTrace())
            .anyMatch(frame -> READERS.stream().anyMatch(frame.getClassName()::startsWith));
    if (!reader) {
      return OptionalInt.empty();
    }
    boolean unknownCharset =
        failure instanceof IllegalCharsetNameException
            || failure instanceof UnsupportedCharsetException
            || failure instanceof UnsupportedEncodingException;
    return OptionalInt.of(unknownCharset ? 415 : 400);
  }
}
