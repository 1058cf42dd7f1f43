package nl.uitweg.platform.http;

import io.vertx.ext.web.handler.HttpException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * Distinguishes malformed requests from failures of the application. The framework throws plain
 * runtime exceptions for a form with invalid encoding, too many fields or an unknown type. They are
 * recognised by the parser class in their stack trace, which runs before any resource.
 */
final class MalformedRequests {

  private static final List<String> PARSER_CLASSES =
      List.of(
          "org.jboss.resteasy.reactive.server.handlers.FormBodyHandler",
          "org.jboss.resteasy.reactive.server.handlers.MediaTypeMapper",
          "org.jboss.resteasy.reactive.server.handlers.RequestDeserializeHandler",
          "org.jboss.resteasy.reactive.server.core.multipart.FormEncodedDataDefinition",
          "org.jboss.resteasy.reactive.server.core.multipart.FormData",
          "io.netty.handler.codec.http.QueryStringDecoder",
          "io.netty.handler.codec.http.multipart.");

  private MalformedRequests() {}

  /** The status of the response; empty when the failure is in the application. */
  static OptionalInt status(Throwable failure) {
    if (failure instanceof HttpException refusal) {
      return OptionalInt.of(refusal.getStatusCode());
    }
    boolean thrownByParser =
        Arrays.stream(failure.getStackTrace())
            .anyMatch(frame -> PARSER_CLASSES.stream().anyMatch(frame.getClassName()::startsWith));
    if (!thrownByParser) {
      return OptionalInt.empty();
    }
    boolean unknownCharset =
        failure instanceof IllegalCharsetNameException
            || failure instanceof UnsupportedCharsetException
            || failure instanceof UnsupportedEncodingException;
    return OptionalInt.of(unknownCharset ? 415 : 400);
  }
}
