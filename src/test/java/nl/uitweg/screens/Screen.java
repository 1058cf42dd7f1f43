package nl.uitweg.screens;

import io.restassured.response.Response;

/**
 * One screen as a visitor gets it.
 *
 * @param name what it is, the same in every language
 * @param path its address
 */
record Screen(String name, String language, String path, Response answer) {

  String html() {
    return answer.asString();
  }

  @Override
  public String toString() {
    return language + " " + name;
  }
}
