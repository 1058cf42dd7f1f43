package nl.uitweg.screens;

import io.restassured.response.Response;
import nl.uitweg.testsupport.BrotliFilter;

/**
 * A screen as the site returned it.
 *
 * @param name name of the screen, the same in every language
 * @param path path of its URL
 */
record Screen(String name, String language, String path, Response response) {

  String html() {
    return response.asString();
  }

  /** Length of the body as sent in brotli. */
  int sentBytes() {
    return Integer.parseInt(response.header(BrotliFilter.SENT_BYTES));
  }

  @Override
  public String toString() {
    return language + " " + name;
  }
}
