package nl.uitweg.journeys;

import static io.restassured.RestAssured.given;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.MultiPartConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import nl.uitweg.site.report.FormClient;

/** Multipart requests of the public form, to which a test adds files. */
final class MultipartRequests {

  private MultipartRequests() {}

  /** A request whose multipart body the test writes itself. */
  static RequestSpecification raw() {
    return given()
        .config(
            RestAssured.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig()
                        .encodeContentTypeAs("multipart/form-data", ContentType.TEXT)));
  }

  /** A request with the token of a form. */
  static RequestSpecification withToken(FormClient form) {
    return given()
        .config(
            RestAssured.config()
                .multiPartConfig(
                    MultiPartConfig.multiPartConfig().defaultCharset(StandardCharsets.UTF_8)))
        .multiPart("state", form.sealedState());
  }
}
