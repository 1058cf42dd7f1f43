package nl.uitweg.journeys;

import static io.restassured.RestAssured.given;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.MultiPartConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import nl.uitweg.site.report.FormClient;
import nl.uitweg.testsupport.Servers;

/** Sends forms with files and counts database rows. */
final class Upload {

  private Upload() {}

  /** A request whose multipart body the test writes itself. */
  static RequestSpecification raw() {
    return given()
        .config(
            RestAssured.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig()
                        .encodeContentTypeAs("multipart/form-data", ContentType.TEXT)));
  }

  /** A multipart request with the token of a form, to which files can be added. */
  static RequestSpecification upload(FormClient form) {
    return given()
        .config(
            RestAssured.config()
                .multiPartConfig(
                    MultiPartConfig.multiPartConfig().defaultCharset(StandardCharsets.UTF_8)))
        .multiPart("state", form.token());
  }

  /** Number of rows of a table. */
  static long count(String table) throws SQLException {
    try (Connection superuser =
            DriverManager.getConnection(
                Servers.database().jdbcUrl(), Servers.database().superuser(), "");
        Statement statement = superuser.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
