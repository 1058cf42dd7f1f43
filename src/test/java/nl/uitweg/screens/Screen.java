package nl.uitweg.screens;

import io.restassured.response.Response;

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

  @Override
  public String toString() {
    return language + " " + name;
  }
}
