package nl.uitweg.testsupport;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.Decoder;
import io.restassured.builder.ResponseBuilder;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Asks for brotli as a browser does, and decodes the response. The header {@link #SENT_BYTES} of
 * the response says how long its body was as sent.
 */
public final class BrotliFilter implements Filter {

  public static final String SENT_BYTES = "X-Sent-Bytes";

  public BrotliFilter() {
    Brotli4jLoader.ensureAvailability();
  }

  @Override
  public Response filter(
      FilterableRequestSpecification request,
      FilterableResponseSpecification expected,
      FilterContext context) {
    request.header("Accept-Encoding", "br");
    Response response = context.next(request, expected);
    byte[] sent = response.asByteArray();
    boolean encoded = "br".equals(response.header("Content-Encoding"));
    return new ResponseBuilder()
        .clone(response)
        .setBody(encoded ? decode(sent) : sent)
        .setHeader(SENT_BYTES, String.valueOf(sent.length))
        .build();
  }

  /** The body of a response in brotli. */
  public static byte[] decode(byte[] brotli) {
    try {
      return Decoder.decompress(brotli).getDecompressedData();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
