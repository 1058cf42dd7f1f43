package nl.uitweg.desk.guide;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.uitweg.platform.i18n.Texts;

/**
 * The chapters of the guide, in the order of a working day. The texts of a chapter are {@code
 * guide.<chapter>} for its heading, and {@code guide.<chapter>.1} and so on for its paragraphs.
 */
@Singleton
class Guide {

  private static final List<String> CHAPTERS =
      List.of(
          "login",
          "list",
          "read",
          "take",
          "ask",
          "notes",
          "refer",
          "dossier",
          "close",
          "withdrawn",
          "fakes",
          "find",
          "figures",
          "retention",
          "never",
          "keys");

  /** The chapter whose texts are the items of a list. */
  private static final String LIST = "never";

  /** Chapter → name of its picture. */
  private static final Map<String, String> PICTURES =
      Map.of(
          "list", "inbox",
          "read", "case",
          "ask", "message",
          "refer", "referral",
          "close", "closing",
          "figures", "figures");

  private final GuidePictures pictures;

  Guide(GuidePictures pictures) {
    this.pictures = pictures;
  }

  /**
   * A chapter as it is shown.
   *
   * @param list whether the paragraphs are the items of a list
   * @param pictures at most one
   */
  record Chapter(
      String id, String title, List<String> paragraphs, boolean list, List<Picture> pictures) {}

  /**
   * A picture as it is shown.
   *
   * @param text its text alternative
   */
  record Picture(String href, int width, int height, String text) {}

  /** The names of the pictures that the guide shows. */
  static List<String> pictureNames() {
    return PICTURES.values().stream().sorted().toList();
  }

  List<Chapter> chapters(Texts texts) {
    return CHAPTERS.stream().map(chapter -> chapter(chapter, texts)).toList();
  }

  private Chapter chapter(String key, Texts texts) {
    String title = "guide." + key;
    return new Chapter(
        key,
        texts.get(title),
        IntStream.iterate(1, number -> texts.has(title + "." + number), number -> number + 1)
            .mapToObj(number -> texts.get(title + "." + number))
            .toList(),
        key.equals(LIST),
        Stream.ofNullable(PICTURES.get(key))
            .map(name -> picture(name, texts))
            .flatMap(Optional::stream)
            .toList());
  }

  private Optional<Picture> picture(String name, Texts texts) {
    return pictures
        .named(name)
        .map(
            file ->
                new Picture(
                    "/backoffice/guide/" + file.fileName(),
                    file.width(),
                    file.height(),
                    texts.get("guide.picture." + name)));
  }
}
